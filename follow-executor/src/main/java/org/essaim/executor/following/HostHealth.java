package org.essaim.executor.following;

import java.time.Instant;

/** What is known of the servers that act for people; all replicas share it. A host in trouble is left alone for a while. */
public interface HostHealth {

    /**
     * A turn ended because the host did not answer as it should.
     *
     * @return since when it has been so, turn after turn; now, when that was seldom
     */
    Instant trouble(String host);

    /** The host has answered well. */
    void well(String host);
}
