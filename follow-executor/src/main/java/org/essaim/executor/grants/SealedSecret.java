package org.essaim.executor.grants;

/**
 * A secret at rest.
 *
 * @param keyId which key of the ring opens it
 * @param sealed nonce and ciphertext, base64
 */
public record SealedSecret(String keyId, String sealed) {

    @Override
    public String toString() {
        return "SealedSecret[" + keyId + "]";
    }
}
