package org.essaim.gateway.letters;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.essaim.contracts.MemberId;

/** The address in each letter that ends letters: it names the member under a seal, holds for good, and can do nothing else. */
public final class UnsubscribeWord {

    private static final String MAC = "HmacSHA256";
    private static final int ID = 16;
    private static final int SEAL = 16;
    private static final String PATH = "/letters/end/";

    private final URI publicUrl;
    private final byte[] key;

    /** {@code secret} is the same on every replica; the key is made from it for this alone. */
    public UnsubscribeWord(URI publicUrl, String secret) {
        this.publicUrl = publicUrl;
        this.key =
                mac(secret.getBytes(StandardCharsets.UTF_8), "essaim unsubscribe 1".getBytes(StandardCharsets.UTF_8));
    }

    /** Where the member's letters end. */
    public URI addressFor(MemberId member) {
        byte[] id = bytes(member);
        byte[] word = ByteBuffer.allocate(ID + SEAL).put(id).put(seal(id)).array();
        return publicUrl.resolve(PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(word));
    }

    /** Whose letters the word of such an address ends; empty when it is none of ours. */
    public Optional<MemberId> memberOf(String word) {
        byte[] read;
        try {
            read = Base64.getUrlDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (read.length != ID + SEAL) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(read, ID);
        boolean ours = MessageDigest.isEqual(seal(id), Arrays.copyOfRange(read, ID, ID + SEAL));
        ByteBuffer number = ByteBuffer.wrap(id);
        return ours ? Optional.of(new MemberId(new UUID(number.getLong(), number.getLong()))) : Optional.empty();
    }

    private byte[] seal(byte[] id) {
        return Arrays.copyOf(mac(key, id), SEAL);
    }

    private static byte[] bytes(MemberId member) {
        UUID id = member.value();
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
