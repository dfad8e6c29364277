package org.essaim.executor.linking;

import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;

/** Ends a link: first here, for good, then on the network, as far as it answers. */
public final class UnlinkAccount {

    private final Map<Network, LinkNetwork> networks;
    private final Grants grants;

    public UnlinkAccount(Map<Network, LinkNetwork> networks, Grants grants) {
        this.networks = Map.copyOf(networks);
        this.grants = grants;
    }

    /** Returns false when the member has no such link. */
    public boolean unlink(MemberId member, String accountId) {
        Optional<OpenGrant> open =
                grants.open(accountId).filter(grant -> grant.grant().member().equals(member));
        if (open.isEmpty() || !grants.revoke(member, accountId)) {
            return false;
        }
        LinkNetwork network = networks.get(open.get().grant().account().network());
        if (network != null) {
            network.revoke(open.get());
        }
        return true;
    }
}
