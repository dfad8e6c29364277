package org.essaim.ingest.sealing;

/** Encrypted bytes and the id of the key that opens them. */
public final class SealedBytes {

    private final String keyId;
    private final byte[] bytes;

    public SealedBytes(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    public String keyId() {
        return keyId;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
