package org.essaim.testing.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a server is, and how its superuser comes in: enough to make databases on it. */
public record PostgresAddress(String host, int port, String superuserPassword) {

    /** Name of the superuser's role. */
    public static final String SUPERUSER = "postgres";

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Makes the role and the database unless they are there; sets the role's password in any case. */
    public void ensure(Database database) {
        String role = database.role();
        String verb = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        run(verb + " ROLE " + role + " LOGIN PASSWORD '" + database.password() + "'");
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            run("CREATE DATABASE " + database.name() + " OWNER " + role);
            run("REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");
        }
    }

    /** Runs statements as superuser, one by one. */
    void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the superuser's statement failed", e);
        }
    }

    private boolean exists(String query, String name) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up " + name, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, superuserPassword);
    }

    /** As one line, to be shared within the JVM. */
    String encode() {
        return host + " " + port + " " + superuserPassword;
    }

    static PostgresAddress decode(String line) {
        String[] parts = line.split(" ", 3);
        return new PostgresAddress(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    @Override
    public String toString() {
        return "PostgresAddress[" + host + ":" + port + "]";
    }
}
