package org.essaim.gateway.consents.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Findability;
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** How I may be found, and what may be done for me without asking again. */
@Path("/api/v1/me")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Consents")
public class ConsentsResource {

    private final CurrentMember member;
    private final Consents consents;

    public ConsentsResource(CurrentMember member, Consents consents) {
        this.member = member;
        this.consents = consents;
    }

    @PUT
    @Path("/findability")
    @Operation(summary = "Choose who may find me through a match")
    public void chooseFindability(FindabilityChoice choice) {
        if (choice == null || choice.choice() == null) {
            throw new Problem(422, "choice-missing", "No choice", "Say which of the three choices you take.");
        }
        consents.chooseFindability(member.id(), choice.choice());
    }

    @DELETE
    @Path("/findability")
    @Operation(summary = "Withdraw the choice: nobody finds me")
    public void withdrawFindability() {
        consents.withdrawFindability(member.id());
    }

    @PUT
    @Path("/consents/follow-arrivals")
    @Operation(summary = "Follow people who arrive later without asking me again")
    public void followArrivals() {
        consents.followArrivals(member.id());
    }

    @DELETE
    @Path("/consents/follow-arrivals")
    @Operation(summary = "Ask me again before anyone who arrives later is followed")
    public void stopFollowingArrivals() {
        consents.stopFollowingArrivals(member.id());
    }

    @GET
    @Path("/consents")
    @Operation(summary = "Every consent I ever gave, newest first")
    public List<Consents.Given> history() {
        return consents.history(member.id());
    }

    /** The body of the choice. */
    public record FindabilityChoice(@Nullable Findability choice) {}
}
