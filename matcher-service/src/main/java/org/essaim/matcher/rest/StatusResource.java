package org.essaim.matcher.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.essaim.matcher.status.StatusBoard;

/** How this instance is, for an operator inside the network: it carries counts only, and so asks for no token. */
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    private final StatusBoard board;

    public StatusResource(StatusBoard board) {
        this.board = board;
    }

    @GET
    public MatcherStatus status() {
        return MatcherStatus.of(board);
    }
}
