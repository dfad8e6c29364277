package org.essaim.testing.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.essaim.testing.servers.ChildProcess;

/**
 * PostgreSQL under a process of its own.
 *
 * <p>Arguments: port on 127.0.0.1, data directory (created when missing, kept). Environment {@value #DATABASES}:
 * {@code database:role:password,...}, each made when missing (secrets never stand on a command line). Prints
 * {@code PostgreSQL is ready on 127.0.0.1:PORT} once all databases are there; commits reach the disk; stops orderly on SIGTERM, and
 * on the end of standard input when {@link ChildProcess#STOP_WITH_INPUT} is set. When this process is killed, the next start on
 * the same data stops the server it left. 32 MB of heap are enough ({@code -Xmx32m -XX:+UseSerialGC}).
 */
public final class PostgresMain {

    /** Environment variable with the databases to have. */
    public static final String DATABASES = "ESSAIM_POSTGRES_DATABASES";

    private PostgresMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: PostgresMain PORT DATA_DIRECTORY, databases in " + DATABASES);
        }
        List<Database> databases = Optional.ofNullable(System.getenv(DATABASES))
                .map(Database::parseAll)
                .orElseThrow(() -> new IllegalArgumentException(DATABASES + " is not set"));
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        PostgresServer server = PostgresServer.start(
                Integer.parseInt(arguments[0]), Path.of(arguments[1]), PostgresServer.Durability.DURABLE);
        databases.forEach(server::ensure);
        ChildProcess.run("PostgreSQL is ready on 127.0.0.1:" + server.port(), server);
    }
}
