package org.essaim.platform.jobs;

import java.util.UUID;

/** Another worker has completed the job: this one's effects must not stand. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(UUID job) {
        super("job " + job + ", or one settled with it, was completed by another worker");
    }
}
