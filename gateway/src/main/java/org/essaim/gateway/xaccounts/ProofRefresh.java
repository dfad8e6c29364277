package org.essaim.gateway.xaccounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.Members;

/** Asks the sign-in service what X named, for each way in of the member, and settles it. */
@ApplicationScoped
public class ProofRefresh {

    /** The job that does this at a member's first sight; its subject is the member. */
    public static final String JOB = "x-proof";

    private final Members members;
    private final BrokerLinks brokerLinks;
    private final XAccounts accounts;

    public ProofRefresh(Members members, BrokerLinks brokerLinks, XAccounts accounts) {
        this.members = members;
        this.brokerLinks = brokerLinks;
        this.accounts = accounts;
    }

    /** The member's X account after this. Throws {@link BrokerUnreachableException}. */
    public Optional<XAccount> refresh(MemberId member) {
        Optional<BrokerLink> link = members.loginsOf(member).stream()
                .map(brokerLinks::xLinkOf)
                .flatMap(Optional::stream)
                .findFirst();
        accounts.settleProof(member, link);
        return accounts.of(member);
    }
}
