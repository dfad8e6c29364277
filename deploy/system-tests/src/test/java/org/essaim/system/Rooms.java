package org.essaim.system;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;

/** Where a running house keeps things, apart from the broker: its databases, its files and its logs. */
final class Rooms {

    private static final List<String> DATABASES =
            List.of("essaim_ingest", "essaim_executor", "essaim_gateway", "keycloak");

    /** Files of the services; those of the stores are searched by asking the stores. */
    private static final List<String> FOLDERS = List.of("uploads", "logs", "keycloak");

    private final Path data;
    private final Properties secrets = new Properties();

    Rooms(Path data) throws IOException {
        this.data = data;
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets"), StandardCharsets.US_ASCII)) {
            secrets.load(reader);
        }
    }

    String password(String name) {
        return secrets.getProperty(name);
    }

    /**
     * Every row that has one of these texts anywhere, behind its table; but for what goes by itself within a day: jobs that look once
     * more for what was late, and how much a network has counted for an account today.
     */
    List<String> databasesWith(List<String> texts) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String database : DATABASES) {
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + Ports.from(System.getenv()).number(Port.POSTGRES) + "/" + database,
                    database,
                    password(database))) {
                for (String table : tables(connection)) {
                    rowsWith(connection, table, texts).forEach(row -> found.add(database + "." + table + " " + row));
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet known = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (known.next()) {
                tables.add(known.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static List<String> rowsWith(Connection connection, String table, List<String> texts) throws SQLException {
        String late = switch (table) {
            case "job" -> " and t.kind <> 'erasure-stragglers'";
            case "budget" -> " and t.resets_at > now() + interval '1 day'";
            default -> "";
        };
        String query = "select t::text from \"" + table
                + "\" t where exists (select 1 from unnest(?) as text where position(text in t::text) > 0)" + late;
        List<String> rows = new ArrayList<>();
        try (PreparedStatement search = connection.prepareStatement(query)) {
            search.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet found = search.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        }
        return rows;
    }

    /** Every file with one of these texts in it or in its name. */
    List<Path> filesWith(List<String> texts) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String content = file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (texts.stream().anyMatch(content::contains)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }
}
