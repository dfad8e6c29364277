package org.essaim.gateway.xaccounts;

import java.util.Optional;
import org.essaim.gateway.members.Login;

/** What the sign-in service knows from X itself. The one source of a proven id. */
public interface BrokerLinks {

    /**
     * The X account that X named for this login.
     *
     * @return empty when there is none, or when the login is of another issuer
     * @throws BrokerUnreachableException when the sign-in service does not answer
     */
    Optional<BrokerLink> xLinkOf(Login login);
}
