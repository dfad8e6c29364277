package org.essaim.ingest.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens rows. The first key seals, every key opens: to rotate, put a new one in front and keep the old one until
 * nothing is sealed by it any more.
 *
 * <p>Sealed: 12 random bytes, then the ciphertext with its 16-byte tag. What a row is about is bound to it as associated
 * data, so that a row moved to another member, list or generation does not open.
 */
public final class SealingKeys {

    private static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BITS = 128;
    static final String CIPHER = "AES/GCM/NoPadding";

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecureRandom random = new SecureRandom();

    private SealingKeys(Map<String, SecretKey> keys, String current) {
        this.keys = keys;
        this.current = current;
    }

    /** Reads {@code keyId:base64-of-32-bytes[,older:...]}; refuses anything else without repeating it. */
    public static SealingKeys parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        String current = "";
        for (String entry : text.split(",", -1)) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!id.matches("[A-Za-z0-9._-]{1,40}") || keys.containsKey(id)) {
                throw new IllegalArgumentException("sealing keys read keyId:base64[,older:base64], each id once");
            }
            keys.put(id, key(id, entry.substring(colon + 1).strip()));
            current = current.isEmpty() ? id : current;
        }
        return new SealingKeys(keys, current);
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sealing key " + id + " is not base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("sealing key " + id + " does not have 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Seals a few rows, one after another, under the current key; for one thread. */
    public Sealer sealer() {
        return new Sealer(current, keys.get(current), random);
    }

    /**
     * Opens what {@link Sealer#seal} made.
     *
     * @throws UnsealableException when the key is unknown, or the bytes or what they are about were changed
     */
    public byte[] open(SealedBytes sealed, byte[] about) {
        SecretKey key = keys.get(sealed.keyId());
        byte[] bytes = sealed.bytes();
        if (key == null) {
            throw new UnsealableException(
                    "a row is sealed by the key " + sealed.keyId() + ", which is not configured", null);
        }
        if (bytes.length < NONCE_BYTES) {
            throw new UnsealableException("a sealed row is cut short", null);
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new UnsealableException("a sealed row was changed, or belongs elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** The ids only. */
    @Override
    public String toString() {
        return "SealingKeys" + keys.keySet();
    }
}
