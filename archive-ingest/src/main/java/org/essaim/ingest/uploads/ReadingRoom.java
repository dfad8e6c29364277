package org.essaim.ingest.uploads;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Where uploads are read: a few at a time, on threads of their own. Reading is nothing but computing; on the virtual threads
 * that all else runs on it would stop leases from being renewed and health from being told.
 */
public final class ReadingRoom implements AutoCloseable {

    private final ExecutorService desks;

    /** @param readers how many uploads are read at once */
    public ReadingRoom(int readers) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name("reader-", 0).factory();
        this.desks = Executors.newFixedThreadPool(readers, threads);
    }

    /** Waits for a desk, reads, and gives what was read; ends early when the caller is interrupted. */
    public <T> T read(Callable<T> reading) throws IOException {
        Future<T> future = desks.submit(reading);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an upload was read");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("an upload was not read", e.getCause());
        }
    }

    @Override
    public void close() {
        desks.shutdownNow();
    }
}
