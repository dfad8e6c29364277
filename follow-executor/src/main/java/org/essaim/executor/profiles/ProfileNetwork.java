package org.essaim.executor.profiles;

import org.essaim.contracts.TargetAccount;
import org.essaim.executor.guard.WebException;

/** A network whose accounts show themselves to everyone; no member's access is used to look. */
public interface ProfileNetwork {

    /**
     * Asks the account's own server.
     *
     * @throws NotNowException when we should not ask it now
     */
    Sighting look(TargetAccount account) throws WebException, NotNowException;
}
