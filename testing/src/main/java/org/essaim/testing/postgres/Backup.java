package org.essaim.testing.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Some rows of a database as a backup holds them, to be put back as a restore does: as they were, whatever happened since. */
public final class Backup {

    private record Kept(String table, List<String> rows) {}

    private final DataSource database;
    private final List<Kept> kept = new ArrayList<>();

    public Backup(DataSource database) {
        this.database = database;
    }

    /** Keeps the rows of a table that have this value in this column. What others refer to is kept first. */
    public Backup keep(String table, String column, Object value) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select cast(to_jsonb(t) as text) from " + table + " t where " + column + " = ?")) {
            select.setObject(1, value);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no backup was made of " + table, e);
        }
        kept.add(new Kept(table, rows));
        return this;
    }

    /** Puts back what was kept, and gives how many rows that are. */
    public int restore() {
        int restored = 0;
        try (Connection connection = database.getConnection()) {
            for (Kept table : kept) {
                for (String row : table.rows()) {
                    insert(connection, table.table(), row);
                    restored++;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backup was not restored", e);
        }
        return restored;
    }

    private static void insert(Connection connection, String table, String row) throws SQLException {
        String columns = columns(connection, table);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + columns
                + ") overriding system value select " + columns + " from jsonb_populate_record(null::" + table
                + ", cast(? as jsonb))")) {
            insert.setString(1, row);
            insert.executeUpdate();
        }
    }

    /** Those that are written, and not made of others. */
    private static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                where table_schema = current_schema and table_name = ? and is_generated = 'NEVER'
                """)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
