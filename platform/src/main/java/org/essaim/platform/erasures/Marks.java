package org.essaim.platform.erasures;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.MemberId;

/** What one service alone can say of a member without naming them, and know again: HMAC-SHA-256 under its own secret. */
final class Marks {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final String service;
    private final SecretKeySpec secret;

    /** Refuses a secret of fewer than 32 characters. */
    Marks(String service, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("essaim.erasures.secret needs at least 32 characters");
        }
        this.service = service;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    String of(MemberId member) {
        return hmac(service + "|" + member.asString());
    }

    ErasureNoted entry(MemberId member, Instant at) {
        String mark = of(member);
        return new ErasureNoted(service, mark, at, seal(mark, at));
    }

    /** Whether this service wrote the entry, and as it is. */
    boolean isOurs(ErasureNoted entry) {
        return entry.service().equals(service)
                && MessageDigest.isEqual(bytes(seal(entry.mark(), entry.at())), bytes(entry.seal()));
    }

    private String seal(String mark, Instant at) {
        return hmac(mark + "|" + at);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
