package org.essaim.executor.budgets;

import java.util.List;
import org.essaim.contracts.FollowDeferred;

/**
 * How much of a day's cap an account uses: little at first, little while hardly anybody follows back. The numbers and why:
 * docs/adr/0017-a-gentle-pace.md.
 *
 * @param ramp percent of the cap on the first day of following, the second, and so on; the last one holds for good
 * @param lopsidedFrom from so many follows on, being followed back matters
 * @param lopsidedBelow lopsided is who has fewer followers than so many percent of the accounts followed
 * @param lopsidedPercent of the cap for an account that is lopsided
 */
public record DailyPace(List<Integer> ramp, long lopsidedFrom, int lopsidedBelow, int lopsidedPercent) {

    public DailyPace {
        ramp = List.copyOf(ramp);
        boolean sound = !ramp.isEmpty() && ramp.stream().allMatch(percent -> percent >= 1 && percent <= 100);
        if (!sound || lopsidedPercent < 1 || lopsidedPercent > 100) {
            throw new IllegalArgumentException("a pace is made of percentages from 1 to 100");
        }
    }

    /** What is allowed on a day, 0 being the first day of following. */
    public Allowed on(int day, Crowd crowd) {
        int ramped = ramp.get(Math.clamp(day, 0, ramp.size() - 1));
        if (isLopsided(crowd) && lopsidedPercent < ramped) {
            return new Allowed(lopsidedPercent, FollowDeferred.Slowed.FEW_FOLLOW_BACK);
        }
        return new Allowed(ramped, ramped < ramp.getLast() ? FollowDeferred.Slowed.GENTLE_START : null);
    }

    /** What a network's spam rules look for: many followed, almost nobody following back. */
    public boolean isLopsided(Crowd crowd) {
        return crowd.following() >= lopsidedFrom && crowd.followers() * 100 < crowd.following() * lopsidedBelow;
    }
}
