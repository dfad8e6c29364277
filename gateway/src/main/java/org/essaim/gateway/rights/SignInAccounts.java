package org.essaim.gateway.rights;

import org.essaim.gateway.members.Login;

/** The accounts at the sign-in service, of which only one thing can be done here: end them. */
public interface SignInAccounts {

    /**
     * Removes the account, with its sessions and its link to X. One that is not there is removed; a log-in of another issuer is not ours to remove.
     *
     * @throws IllegalStateException when the sign-in service does not say that it is gone
     */
    void remove(Login login);
}
