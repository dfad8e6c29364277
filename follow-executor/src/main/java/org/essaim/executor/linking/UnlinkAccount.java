package org.essaim.executor.linking;

import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.profiles.Profiles;

/** Ends a link: first here, for good, with the name and face that others saw; then on the network, as far as it answers. */
public final class UnlinkAccount {

    private final Map<Network, LinkNetwork> networks;
    private final Grants grants;
    private final Profiles profiles;

    public UnlinkAccount(Map<Network, LinkNetwork> networks, Grants grants, Profiles profiles) {
        this.networks = Map.copyOf(networks);
        this.grants = grants;
        this.profiles = profiles;
    }

    /** Returns false when the member has no such link. */
    public boolean unlink(MemberId member, String accountId) {
        Optional<OpenGrant> open =
                grants.open(accountId).filter(grant -> grant.grant().member().equals(member));
        if (open.isEmpty() || !grants.revoke(member, accountId)) {
            return false;
        }
        profiles.forget(accountId);
        LinkNetwork network = networks.get(open.get().grant().account().network());
        if (network != null) {
            network.revoke(open.get());
        }
        return true;
    }
}
