package org.essaim.gateway.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a person in the books. Ids are random enough that nobody finds one by its digest; whoever knows the id finds the entries. */
public final class PersonDigest {

    private static final int DIGITS = 16;

    private PersonDigest() {}

    /** Of a member's id, or of an operator's subject. */
    public static String of(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
