/**
 * A real PostgreSQL 18 from Maven Central: {@link org.essaim.testing.postgres.PostgresServer} starts it and makes databases,
 * {@link org.essaim.testing.postgres.PostgresResource} gives one to Quarkus tests,
 * {@link org.essaim.testing.postgres.PostgresMain} runs it for the launcher.
 */
@NullMarked
package org.essaim.testing.postgres;

import org.jspecify.annotations.NullMarked;
