package org.essaim.platform.jobs;

import java.util.UUID;

/**
 * A leased piece of long work.
 *
 * @param id given by what asked for it, so that a repeat asks for the same job
 * @param kind which {@link JobHandler} does it
 * @param subject whom it is about: jobs of one kind and subject run one after another, in the order they were added
 * @param attempts how often it was leased, this time included
 */
public record Job(UUID id, String kind, String subject, String payload, int attempts) {

    /** Without the payload, which may be personal. */
    @Override
    public String toString() {
        return "Job[" + id + ", " + kind + ", attempt " + attempts + "]";
    }
}
