package org.essaim.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * A server as a process of its own under a launcher: prints one line when ready, stops orderly on SIGTERM, and on the end of
 * standard input when {@value #STOP_WITH_INPUT} is {@code true} (so nothing outlives a launcher that was killed).
 */
public final class ChildProcess {

    /** Environment variable: stop when standard input ends. The launcher keeps the pipe open for as long as it lives. */
    public static final String STOP_WITH_INPUT = "ESSAIM_STOP_WITH_INPUT";

    private ChildProcess() {}

    /**
     * Tells that {@code server} is ready, then waits for the end and closes it.
     *
     * @param readyLine what the launcher waits for on standard output
     */
    public static void run(String readyLine, AutoCloseable server) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, closed), "stop"));
        if (Boolean.parseBoolean(System.getenv(STOP_WITH_INPUT))) {
            Thread.ofPlatform().daemon().name("stop-with-input").start(ChildProcess::exitAtEndOfInput);
        }
        System.out.println(readyLine);
        closed.await();
    }

    private static void close(AutoCloseable server, CountDownLatch closed) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("did not stop orderly: " + e);
        } finally {
            closed.countDown();
        }
    }

    private static void exitAtEndOfInput() {
        InputStream input = System.in;
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(0);
        }
    }
}
