package org.essaim.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    void requirePassword(int port) throws IOException {
        Files.writeString(accessRules, CLOSED);
        run(port, "ALTER ROLE postgres PASSWORD '" + password + "'", "SELECT pg_reload_conf()");
    }

    void ensure(int port, Database database) {
        String role = database.role();
        String verb = exists(port, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        run(port, verb + " ROLE " + role + " LOGIN PASSWORD '" + database.password() + "'");
        if (!exists(port, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            run(port, "CREATE DATABASE " + database.name() + " OWNER " + role);
            run(port, "REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");
        }
    }

    private boolean exists(int port, String query, String name) {
        try (Connection connection = connect(port);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up " + name, e);
        }
    }

    private void run(int port, String... statements) {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the superuser's statement failed", e);
        }
    }

    private Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(PostgresServer.jdbcUrl(port, "postgres"), "postgres", password);
    }

    @Override
    public String toString() {
        return "Superuser[" + accessRules + "]";
    }
}
