package org.essaim.executor.linking;

import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.Secret;

/** Completes a link when the person comes back. */
public final class CompleteLink {

    private final Map<Network, LinkNetwork> networks;
    private final LinkAttempts attempts;
    private final Grants grants;

    public CompleteLink(Map<Network, LinkNetwork> networks, LinkAttempts attempts, Grants grants) {
        this.networks = Map.copyOf(networks);
        this.attempts = attempts;
        this.grants = grants;
    }

    /**
     * Takes the attempt, checks whose it is, lets the network prove the account, keeps the grant. When a server cannot be asked
     * just now the attempt stays, so that the same visit can be tried again until it expires.
     */
    public LinkAnswer complete(MemberId member, ReturnVisit visit) {
        Optional<LinkAttempt> taken = attempts.take(visit.state());
        if (taken.isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.LINK_EXPIRED);
        }
        LinkAttempt attempt = taken.get();
        if (!attempt.member().equals(member) || !attempt.session().equals(visit.session())) {
            return new LinkAnswer.Refused(LinkRefusal.LINK_NOT_YOURS);
        }
        if (!answeredBy(attempt, visit)) {
            return new LinkAnswer.Refused(LinkRefusal.LINK_NOT_YOURS);
        }
        String code = visit.code();
        LinkNetwork network = networks.get(attempt.network());
        if (code == null || network == null) {
            return new LinkAnswer.Refused(LinkRefusal.LINK_DENIED);
        }
        return switch (network.complete(attempt, code)) {
            case Proof.Refused(LinkRefusal refusal) -> new LinkAnswer.Refused(refusal);
            case Proof.Later(LinkRefusal refusal, Secret secret) -> {
                attempts.save(visit.state(), attempt.with(secret));
                yield new LinkAnswer.Refused(refusal);
            }
            case Proof.Proven proven -> keep(proven);
        };
    }

    /** Bluesky always names the issuer; a Mastodon that does not is bound by its own state and client alone. */
    private static boolean answeredBy(LinkAttempt attempt, ReturnVisit visit) {
        return switch (attempt.network()) {
            case BLUESKY -> attempt.issuer().equals(visit.issuer());
            case MASTODON -> visit.issuer() == null || sameIssuer(attempt.issuer(), visit.issuer());
        };
    }

    /** Mastodon writes its issuer with a slash at the end. */
    private static boolean sameIssuer(String expected, String answered) {
        return expected.replaceFirst("/$", "").equals(answered.replaceFirst("/$", ""));
    }

    private LinkAnswer keep(Proof.Proven proven) {
        Grant grant = proven.grant();
        return grants.link(grant, proven.secret())
                ? new LinkAnswer.Linked(grant)
                : new LinkAnswer.Refused(LinkRefusal.ACCOUNT_LINKED_ELSEWHERE);
    }
}
