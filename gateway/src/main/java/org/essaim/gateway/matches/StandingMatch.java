package org.essaim.gateway.matches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/**
 * One standing match.
 *
 * @param assurance of their X account
 * @param finderAssurance of the member's own X account
 * @param closeness 1 = closest, 0 = not known
 * @param isNew they came after the lists were first matched, and nothing is decided yet
 * @param decision null while undecided
 */
public record StandingMatch(
        XId xId,
        Assurance assurance,
        Assurance finderAssurance,
        boolean mutual,
        int closeness,
        List<Evidence> evidence,
        List<TargetAccount> targets,
        Instant since,
        boolean isNew,
        Matches.@Nullable Decision decision) {

    public StandingMatch {
        evidence = List.copyOf(evidence);
        targets = List.copyOf(targets);
    }

    /** Why this is a match, the strongest reason first, in facts that a page can put into words of any language. */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(ReasonCode.YOU_FOLLOWED_THEM));
        if (evidence.contains(Evidence.FOLLOWED_ME)) {
            reasons.add(Reason.of(ReasonCode.THEY_FOLLOWED_YOU));
        }
        if (closeness > 0) {
            reasons.add(new Reason(ReasonCode.CLOSE_TO_YOU, closeness, null, null));
        }
        if (assurance == Assurance.PROVEN) {
            reasons.add(Reason.of(ReasonCode.X_CONFIRMED_THEIR_ACCOUNT));
        }
        targets.forEach(target -> reasons.add(new Reason(ReasonCode.THEY_LINKED_IT, null, null, target.network())));
        if (isNew) {
            reasons.add(new Reason(ReasonCode.CAME_LATER, null, since, null));
        }
        if (finderAssurance == Assurance.CLAIMED) {
            reasons.add(Reason.of(ReasonCode.YOUR_ACCOUNT_IS_CLAIMED));
        }
        return reasons;
    }

    @Override
    public String toString() {
        return "StandingMatch[mutual=" + mutual + ", decision=" + decision + "]";
    }

    /**
     * One reason. A fact that does not belong to its code is null.
     *
     * @param rank of CLOSE_TO_YOU: 1 = closest
     * @param at of CAME_LATER
     * @param network of THEY_LINKED_IT
     */
    public record Reason(
            ReasonCode code,
            @Nullable Integer rank,
            @Nullable Instant at,
            @Nullable Network network) {

        static Reason of(ReasonCode code) {
            return new Reason(code, null, null, null);
        }
    }

    /** What a reason says. A new code may come; one that is not known is passed over. */
    public enum ReasonCode {
        YOU_FOLLOWED_THEM,
        THEY_FOLLOWED_YOU,
        CLOSE_TO_YOU,
        /** Whoever linked the accounts signed in with that X account. */
        X_CONFIRMED_THEIR_ACCOUNT,
        /** The account on this network was linked by its owner. */
        THEY_LINKED_IT,
        CAME_LATER,
        /** Whose archive it is was not confirmed by X: the match rests on the member's word. */
        YOUR_ACCOUNT_IS_CLAIMED
    }
}
