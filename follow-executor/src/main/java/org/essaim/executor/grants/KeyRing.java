package org.essaim.executor.grants;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM. The first key seals, every key opens: to rotate, put a new key in front and leave the old
 * one until nothing is sealed with it. The context is bound in, so a secret cannot be moved to another row.
 */
public final class KeyRing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String sealingKey;
    private final SecureRandom random;

    private KeyRing(Map<String, SecretKey> keys, String sealingKey, SecureRandom random) {
        this.keys = keys;
        this.sealingKey = sealingKey;
        this.random = random;
    }

    /**
     * Reads {@code keyId:base64-of-32-bytes[,older:...]}.
     *
     * @throws IllegalArgumentException naming the key that is not usable, never its value
     */
    public static KeyRing parse(String text, SecureRandom random) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon <= 0) {
                throw new IllegalArgumentException("each key of the ring is keyId:base64");
            }
            String keyId = part.substring(0, colon).strip();
            if (keys.put(keyId, keyOf(keyId, part.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("key " + keyId + " stands twice in the ring");
            }
        }
        return new KeyRing(keys, keys.keySet().iterator().next(), random);
    }

    private static SecretKey keyOf(String keyId, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key " + keyId + " is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("key " + keyId + " has " + bytes.length + " bytes, not " + KEY_BYTES);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /**
     * Seals with the first key.
     *
     * @param context what the secret belongs to: member and account, or the host; needed again to open it
     */
    public SealedSecret seal(Secret secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(
                Cipher.ENCRYPT_MODE,
                sealingKey,
                nonce,
                context,
                secret.content().getBytes(StandardCharsets.UTF_8));
        ByteBuffer whole =
                ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
        return new SealedSecret(sealingKey, Base64.getEncoder().encodeToString(whole.array()));
    }

    /**
     * Opens with the key that the secret names.
     *
     * @throws IllegalStateException when the key is not in the ring, or the secret was altered or moved
     */
    public Secret open(SealedSecret secret, String context) {
        byte[] whole = Base64.getDecoder().decode(secret.sealed());
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] sealed = new byte[whole.length - NONCE_BYTES];
        ByteBuffer.wrap(whole).get(nonce).get(sealed);
        byte[] plain = crypt(Cipher.DECRYPT_MODE, secret.keyId(), nonce, context, sealed);
        return new Secret(new String(plain, StandardCharsets.UTF_8));
    }

    /** Which key seals now: what names another one waits to be sealed anew. */
    public String sealingKeyId() {
        return sealingKey;
    }

    /** Whether a newer key waits to seal it. */
    public boolean isStale(SealedSecret secret) {
        return !secret.keyId().equals(sealingKey);
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, String context, byte[] input) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("a secret is sealed with key " + keyId + ", which the ring does not hold");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret does not open with key " + keyId, e);
        }
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
