package org.essaim.contracts;

import java.util.List;

/**
 * Someone the finder knew on X, and where they are now.
 *
 * @param xId their X account
 * @param who the member who owns it
 * @param assurance of their X account; always proven, for a claimed account cannot be found
 * @param finderAssurance of the finder's own X account
 * @param evidence what the finder's archive says of the two, at least {@link Evidence#FOLLOWED}
 * @param mutual whether each followed the other on X, as far as the finder's archive knows
 * @param closeness rank among the finder's followings, 1 = closest, 0 = not known
 * @param targets their accounts, at most one a network
 */
public record Match(
        XId xId,
        MemberId who,
        Assurance assurance,
        Assurance finderAssurance,
        List<Evidence> evidence,
        boolean mutual,
        int closeness,
        List<TargetAccount> targets) {

    public Match {
        evidence = List.copyOf(evidence);
        targets = List.copyOf(targets);
    }

    @Override
    public String toString() {
        return "Match[who=" + who + ", mutual=" + mutual + "]";
    }
}
