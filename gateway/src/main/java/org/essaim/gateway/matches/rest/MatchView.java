package org.essaim.gateway.matches.rest;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.matches.StandingMatch;
import org.jspecify.annotations.Nullable;

/**
 * A match as its finder sees it.
 *
 * @param closeness 1 = closest, 0 = not known
 * @param assurance PROVEN when X confirmed both accounts, CLAIMED when mine is my word only
 * @param isNew they came after my lists were first matched, and I have not decided
 * @param decision null while undecided
 * @param reasons why this is a match, the strongest first
 */
public record MatchView(
        XId xId,
        boolean mutual,
        int closeness,
        Assurance assurance,
        List<Evidence> evidence,
        List<TargetAccount> targets,
        Instant since,
        boolean isNew,
        Matches.@Nullable Decision decision,
        List<StandingMatch.Reason> reasons) {

    static MatchView of(StandingMatch match) {
        boolean proven = match.assurance() == Assurance.PROVEN && match.finderAssurance() == Assurance.PROVEN;
        return new MatchView(
                match.xId(),
                match.mutual(),
                match.closeness(),
                proven ? Assurance.PROVEN : Assurance.CLAIMED,
                match.evidence(),
                match.targets(),
                match.since(),
                match.isNew(),
                match.decision(),
                match.reasons());
    }

    @Override
    public String toString() {
        return "MatchView[decision=" + decision + "]";
    }
}
