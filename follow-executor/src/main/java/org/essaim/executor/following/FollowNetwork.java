package org.essaim.executor.following;

import org.essaim.contracts.Network;
import org.essaim.executor.grants.OpenGrant;

/** A network on which follows are made. */
public interface FollowNetwork {

    Network network();

    /** How many follows are sent at once: so many may be in doubt after a crash, no more. */
    int together();

    /**
     * A session for one turn of work on one account; nothing is sent yet.
     *
     * @param day how many whole days ago the account made its first follow here; 0 on the first
     */
    FollowSession open(OpenGrant grant, int day);
}
