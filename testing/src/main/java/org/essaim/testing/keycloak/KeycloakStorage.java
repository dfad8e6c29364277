package org.essaim.testing.keycloak;

import java.util.Map;

/** Where Keycloak keeps its data. */
public sealed interface KeycloakStorage {

    /** Keycloak's name of the database vendor: an option of its build step, so each kind has a build of its own. */
    String vendor();

    /** Connection settings, by environment because one of them is secret. */
    Map<String, String> environment();

    /** Gone when Keycloak stops: for tests. */
    record InMemory() implements KeycloakStorage {

        @Override
        public String vendor() {
            return "dev-mem";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }
    }

    /** Kept in a PostgreSQL database that exists already. */
    record Postgres(String jdbcUrl, String role, String password) implements KeycloakStorage {

        @Override
        public String vendor() {
            return "postgres";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "KC_DB_URL",
                    jdbcUrl,
                    "KC_DB_USERNAME",
                    role,
                    "KC_DB_PASSWORD",
                    password,
                    "KC_DB_POOL_INITIAL_SIZE",
                    "1",
                    "KC_DB_POOL_MIN_SIZE",
                    "1",
                    "KC_DB_POOL_MAX_SIZE",
                    "10");
        }

        @Override
        public String toString() {
            return "Postgres[" + jdbcUrl + ", role " + role + "]";
        }
    }
}
