package org.essaim.executor.service.scene;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.essaim.executor.grants.Secret;

/** Reads along with everything that is logged, stack traces included. */
public final class LogWatch extends Handler {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_.-]{32,}");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    public LogWatch() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter trace = new StringWriter();
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(trace));
        }
        lines.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + trace);
    }

    /** How many parts of a secret, public account id left out, were looked for; none of them was logged. */
    public int searchFor(Secret secret, String accountId) {
        var parts = SECRET.matcher(secret.content())
                .results()
                .map(MatchResult::group)
                .filter(part -> !part.equals(accountId) && !accountId.contains(part))
                .toList();
        for (String part : parts) {
            if (lines.stream().anyMatch(line -> line.contains(part))) {
                throw new AssertionError("a part of a secret was logged");
            }
        }
        return parts.size();
    }

    public int size() {
        return lines.size();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
