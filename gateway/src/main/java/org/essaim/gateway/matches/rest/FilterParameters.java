package org.essaim.gateway.matches.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Network;
import org.essaim.gateway.matches.MatchFilter;
import org.jspecify.annotations.Nullable;

/**
 * A filter in the query of an address. What is left out lets everything through, but those I declined.
 *
 * @param fresh only those who came after my lists were first matched and wait for my word, or only the others
 * @param search a part of a handle, at most 100 characters
 */
public record FilterParameters(
        @QueryParam("network") @Parameter(description = "Who has an account there") @Nullable
        Network network,

        @QueryParam("mutual") @Parameter(description = "Whether we followed each other on X") @Nullable
        Boolean mutual,

        @QueryParam("new")
        @Parameter(description = "Whether they came after my lists were first matched and wait for my word")
        @Nullable
        Boolean fresh,

        @QueryParam("assurance") @Parameter(description = "PROVEN: X confirmed both accounts") @Nullable
        Assurance assurance,

        @QueryParam("decision") @Parameter(description = "What I decided; left out: all but those I declined")
        Set<MatchFilter.DecisionState> decisions,

        @QueryParam("search") @Parameter(description = "A part of a handle") @Nullable
        String search) {

    MatchFilter filter() {
        return new FilterBody(network, mutual, fresh, assurance, decisions, search).filter();
    }
}
