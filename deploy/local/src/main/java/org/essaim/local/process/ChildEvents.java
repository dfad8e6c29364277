package org.essaim.local.process;

import java.time.Duration;
import java.util.List;

/** Who is told what the supervisor sees. Called from any thread. */
public interface ChildEvents {

    /** It answers; {@code took} since it was started. */
    void ready(String name, Duration took);

    /** It ended by itself or was killed, and is started again after {@code pause}. */
    void died(String name, int status, List<String> lastLines, Duration pause);

    /** It has ended because the launcher stops. */
    void stopped(String name);
}
