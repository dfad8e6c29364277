package org.essaim.executor.grants;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is still to be revoked. {@link Grants#revoke} adds to it, each with a job. Each call is one transaction. */
public interface Revocations {

    /** The kind of the jobs; their payload is the revocation's id. */
    String JOB = "revocation";

    /** Empty when it is done, or was forgotten. */
    Optional<Revocation> find(UUID id);

    /** Forgets the access and completes the job. */
    void done(UUID job, UUID id);

    /** Counts the attempt, completes the job and adds another one for then. */
    void tryAgain(UUID job, UUID id, Instant then);

    /** Forgets what began before; its jobs find nothing left to do. */
    void forget(Instant begunBefore);
}
