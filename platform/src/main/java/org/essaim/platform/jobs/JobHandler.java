package org.essaim.platform.jobs;

import java.time.Duration;

/** Does the jobs of one kind. Each bean of this type gets its workers when the service starts. */
public interface JobHandler {

    String kind();

    /** How long a worker that died keeps its job from the others. A living worker renews its lease. */
    default Duration lease() {
        return Duration.ofSeconds(15);
    }

    /** How many jobs of this kind one replica does at once; 0 leaves it to {@code essaim.jobs.workers}. */
    default int atOnce() {
        return 0;
    }

    /**
     * Does the job and calls {@link Jobs#complete} in the transaction of its effects.
     *
     * @throws Exception anything: the job is tried again later, with growing pauses up to a minute, for ever. What a
     *     repeat cannot mend must be completed with an outcome instead.
     */
    void run(Job job) throws Exception;
}
