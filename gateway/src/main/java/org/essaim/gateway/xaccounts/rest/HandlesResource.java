package org.essaim.gateway.xaccounts.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.xaccounts.HandleProof;
import org.essaim.gateway.xaccounts.Handles;
import org.essaim.gateway.xaccounts.ProveHandle;
import org.essaim.gateway.xaccounts.ProveHandle.OfferedCode;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Which handle on X is mine, shown by a post. */
@Path("/api/v1/me/x-handle")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "X account")
public class HandlesResource {

    private final CurrentMember member;
    private final ProveHandle proveHandle;
    private final Handles handles;

    public HandlesResource(CurrentMember member, ProveHandle proveHandle, Handles handles) {
        this.member = member;
        this.proveHandle = proveHandle;
        this.handles = handles;
    }

    @GET
    @Operation(operationId = "xHandle", summary = "The handle that I proved by a post, or null")
    public ProvenHandle handle() {
        return new ProvenHandle(handles.provenBy(member.id()).orElse(null));
    }

    @POST
    @ResponseStatus(201)
    @Path("/codes")
    @Operation(
            operationId = "offerXCode",
            summary =
                    "A code to post on X within an hour: it proves the handle, not the account, for which I sign in with X")
    public OfferedCode offer() {
        return proveHandle.offer(member.id());
    }

    @POST
    @Path("/readings")
    @Extension(
            name = "x-problems",
            value = "422 post-not-understood, 409 no-code, 404 post-not-shown, 409 code-missing, 502 x-unreachable")
    @Operation(operationId = "readXPost", summary = "Read the post with my code")
    public ProvenHandle read(Reading reading) {
        String address = reading == null || reading.post() == null ? "" : reading.post();
        return switch (proveHandle.read(member.id(), address)) {
            case HandleProof.Proven(String handle) -> new ProvenHandle(handle);
            case HandleProof.NotAPost() ->
                throw new Problem(
                        422,
                        "post-not-understood",
                        "Not a post",
                        "Paste the address of the post: https://x.com/name/status/...");
            case HandleProof.NoCode() ->
                throw new Problem(
                        409, "no-code", "No code", "Ask for a code first, or for a new one: it holds for an hour.");
            case HandleProof.NotShown() ->
                throw new Problem(
                        404,
                        "post-not-shown",
                        "No such post",
                        "X shows no such post to everyone. Is the account protected?");
            case HandleProof.CodeMissing() ->
                throw new Problem(
                        409, "code-missing", "Code not found", "The post is there, and the code is not in it.");
            case HandleProof.Unreachable() ->
                throw new Problem(
                        502, "x-unreachable", "X does not answer", "Try again in a moment; the code still holds.");
        };
    }

    /** The address of a post. */
    public record Reading(@Nullable String post) {}

    /** A handle, or null. */
    public record ProvenHandle(@Nullable String handle) {}
}
