package org.essaim.gateway.matches.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Network;
import org.essaim.gateway.matches.MatchFilter;
import org.essaim.gateway.matches.MatchFilter.DecisionState;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** The same filter in a body. */
public record FilterBody(
        @Nullable Network network,
        @Nullable Boolean mutual,
        @JsonProperty("new") @Nullable Boolean fresh,
        @Nullable Assurance assurance,
        @JsonProperty("decision") @Nullable Set<DecisionState> decisions,
        @Nullable String search) {

    private static final int LONGEST_SEARCH = 100;

    MatchFilter filter() {
        if (search != null && (search.length() > LONGEST_SEARCH || search.indexOf('\0') >= 0)) {
            throw new Problem(
                    422,
                    "search-too-long",
                    "Too much to look for",
                    "Look for at most " + LONGEST_SEARCH + " characters of a handle.");
        }
        Set<DecisionState> meant =
                decisions == null || decisions.isEmpty() ? MatchFilter.NOT_DECLINED.decisions() : decisions;
        return new MatchFilter(network, mutual, fresh, assurance, meant, search);
    }
}
