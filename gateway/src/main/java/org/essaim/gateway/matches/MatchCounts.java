package org.essaim.gateway.matches;

import java.util.List;
import org.essaim.contracts.Network;

/**
 * How many matches stand. Those that were declined are in {@code declined} and in no other number.
 *
 * @param all that were not declined
 * @param isNew undecided ones who came after the lists were first matched
 * @param wholeMatched whether every bucket of the lists that stand has been matched
 * @param networks on how many networks each: who has an account on two counts on both
 */
public record MatchCounts(
        int all,
        int undecided,
        int isNew,
        int confirmed,
        int declined,
        int mutual,
        boolean wholeMatched,
        List<OnNetwork> networks) {

    public MatchCounts {
        networks = List.copyOf(networks);
    }

    /** Matches on one network. */
    public record OnNetwork(Network network, int matches) {}
}
