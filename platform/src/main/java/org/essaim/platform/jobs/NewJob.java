package org.essaim.platform.jobs;

import java.util.UUID;

/**
 * A job to add.
 *
 * @param id given by what asks for it, so that a repeat asks for the same job
 */
public record NewJob(UUID id, String kind, String subject, String payload) {

    /** Without subject and payload, which may be personal. */
    @Override
    public String toString() {
        return "NewJob[" + id + ", " + kind + "]";
    }
}
