package org.essaim.gateway.matches;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Network;
import org.jspecify.annotations.Nullable;

/**
 * Which matches are meant. Null means: either way.
 *
 * @param network those who have an account there
 * @param mutual whether each followed the other on X
 * @param fresh whether they came after the lists were first matched, and are not decided about
 * @param assurance PROVEN: of both X accounts; CLAIMED: of one it is only claimed
 * @param decisions one of these; never empty
 * @param search a part of a handle, whichever network it is on; large and small letters are the same
 */
public record MatchFilter(
        @Nullable Network network,
        @Nullable Boolean mutual,
        @Nullable Boolean fresh,
        @Nullable Assurance assurance,
        Set<DecisionState> decisions,
        @Nullable String search) {

    /** All that was not declined. */
    public static final MatchFilter NOT_DECLINED =
            new MatchFilter(null, null, null, null, EnumSet.of(DecisionState.UNDECIDED, DecisionState.CONFIRMED), null);

    private static final int CLASSES = 64;
    private static final int NEW = 1;
    private static final int CONFIRMED = 2;
    private static final int DECLINED = 3;

    public MatchFilter {
        decisions = Set.copyOf(decisions);
        search = search == null || search.isBlank() ? null : search.strip().toLowerCase(Locale.ROOT);
    }

    /** What was decided about a match. */
    public enum DecisionState {
        UNDECIDED,
        CONFIRMED,
        DECLINED
    }

    /** The classes of matches that are let through, as {@code standing_match.class} numbers them; the search is left out of it. */
    public List<Integer> classes() {
        return IntStream.range(0, CLASSES).filter(this::meant).boxed().toList();
    }

    private boolean meant(int number) {
        int decision = number & 3;
        boolean bluesky = (number & 4) != 0;
        boolean mastodon = (number & 8) != 0;
        boolean onNetwork = network == null ? bluesky || mastodon : network == Network.BLUESKY ? bluesky : mastodon;
        boolean proven = (number & 32) != 0;
        return onNetwork
                && fits(mutual, (number & 16) != 0)
                && fits(fresh, decision == NEW)
                && (assurance == null || proven == (assurance == Assurance.PROVEN))
                && decisions.contains(state(decision));
    }

    private static boolean fits(@Nullable Boolean wanted, boolean is) {
        return wanted == null || wanted == is;
    }

    private static DecisionState state(int decision) {
        return switch (decision) {
            case CONFIRMED -> DecisionState.CONFIRMED;
            case DECLINED -> DecisionState.DECLINED;
            default -> DecisionState.UNDECIDED;
        };
    }

    /** What was searched for is personal. */
    @Override
    public String toString() {
        return "MatchFilter[" + Objects.toString(network, "any network") + ", " + decisions + "]";
    }
}
