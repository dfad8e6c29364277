package org.essaim.testing.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A database and the role that owns it.
 *
 * @param name small letters, digits and underscores, as for the role: both end up in SQL as identifiers
 * @param password of the role; no comma, no colon
 */
public record Database(String name, String role, String password) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[^,:'\\\\\\s]+");

    public Database {
        require(IDENTIFIER, "database", name);
        require(IDENTIFIER, "role", role);
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("password of " + role + " is empty or has one of , : ' \\ or a space");
        }
    }

    /**
     * Reads {@code database:role:password,...}.
     *
     * @throws IllegalArgumentException when an entry has not three parts or a part is not fit for use
     */
    public static List<Database> parseAll(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Database::parse)
                .toList();
    }

    private static Database parse(String entry) {
        String[] parts = entry.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a database is written database:role:password");
        }
        return new Database(parts[0], parts[1], parts[2]);
    }

    private static void require(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " is not a plain identifier: " + value);
        }
    }

    @Override
    public String toString() {
        return "Database[" + name + ", role " + role + "]";
    }
}
