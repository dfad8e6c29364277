package org.essaim.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The role {@code postgres} of an embedded server: its password, and the rules of who may connect.
 *
 * @param accessRules the server's {@code pg_hba.conf}; open for the moment between making the cluster and setting the password
 */
record Superuser(String password, Path accessRules) {

    private static final String OPEN = "host all postgres 127.0.0.1/32 trust\n";
    private static final String CLOSED = "host all all 127.0.0.1/32 scram-sha-256\n";

    /** Reads the password kept in {@code data}, or draws one. */
    static Superuser of(Path data) throws IOException {
        Path file = data.resolve("superuser.password");
        Path rules = data.toAbsolutePath().resolve("access.conf");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.writeString(rules, OPEN);
        }
        return new Superuser(Files.readString(file), rules);
    }

    /** Sets the password and closes the server to everyone without one. A repeat changes nothing. */
    void requirePassword(PostgresAddress server) throws IOException {
        Files.writeString(accessRules, CLOSED);
        server.run("ALTER ROLE postgres PASSWORD '" + password + "'", "SELECT pg_reload_conf()");
    }

    @Override
    public String toString() {
        return "Superuser[" + accessRules + "]";
    }
}
