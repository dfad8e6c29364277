package org.essaim.ingest.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals one row after another with one cipher, which takes longer to find than to use. Not for several threads. */
public final class Sealer {

    private static final int TAG_BYTES = SealingKeys.TAG_BITS / 8;

    private final String keyId;
    private final SecretKey key;
    private final SecureRandom random;
    private final Cipher cipher;

    Sealer(String keyId, SecretKey key, SecureRandom random) {
        this.keyId = keyId;
        this.key = key;
        this.random = random;
        try {
            this.cipher = Cipher.getInstance(SealingKeys.CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * Seals a row.
     *
     * @param about what the row is about, bound to it: it opens with just these bytes
     */
    public SealedBytes seal(byte[] plain, byte[] about) {
        byte[] nonce = new byte[SealingKeys.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[nonce.length + plain.length + TAG_BYTES];
        System.arraycopy(nonce, 0, sealed, 0, nonce.length);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(SealingKeys.TAG_BITS, nonce));
            cipher.updateAAD(about);
            cipher.doFinal(plain, 0, plain.length, sealed, nonce.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
        return new SealedBytes(keyId, sealed);
    }
}
