package org.essaim.gateway.links.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Network;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.links.Executor;
import org.essaim.gateway.links.Link;
import org.essaim.gateway.links.Links;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The accounts I link. */
@Path("/api/v1/me/links")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Links")
public class LinksResource {

    private static final int LONGEST_ACCOUNT = 512;

    private final CurrentMember member;
    private final Links links;
    private final Executor executor;

    public LinksResource(CurrentMember member, Links links, Executor executor) {
        this.member = member;
        this.links = links;
        this.executor = executor;
    }

    @GET
    @Operation(operationId = "links", summary = "My linked accounts, in the order they were linked")
    public List<Link> links() {
        return links.of(member.id());
    }

    @POST
    @ResponseStatus(201)
    @Extension(
            name = "x-problems",
            value =
                    "422 account-missing, 422 account-not-understood, 404 account-not-found, 422 server-not-supported, 403 server-left-out, 403 address-not-allowed, 502 network-unreachable, 503 server-busy, 502 executor-unreachable")
    @Operation(operationId = "beginLink", summary = "Begin to link an account: the answer says where I agree to it")
    public Executor.Dance begin(LinkRequest request) {
        if (request == null || request.network() == null || blank(request.account())) {
            throw new Problem(422, "account-missing", "No account", "Say the network and the account to link.");
        }
        return Answers.unwrap(executor.begin(
                word(),
                request.network(),
                request.account(),
                request.purpose() == null ? Executor.Purpose.TO_FOLLOW : request.purpose()));
    }

    @POST
    @Path("/completions")
    @Extension(
            name = "x-problems",
            value =
                    "422 state-missing, 400 link-expired, 400 link-not-yours, 400 link-denied, 409 account-linked-elsewhere, 502 network-unreachable, 503 server-busy, 502 executor-unreachable")
    @Operation(operationId = "completeLink", summary = "End linking with what the network sent back")
    public Executor.Linked complete(LinkCompletion completion) {
        if (completion == null || blank(completion.state())) {
            throw new Problem(422, "state-missing", "No state", "Send what the network sent back, whole.");
        }
        return Answers.unwrap(executor.complete(
                word(),
                new Executor.Returned(completion.state(), completion.code(), completion.iss(), completion.error())));
    }

    @DELETE
    @Extension(name = "x-problems", value = "422 account-missing, 502 executor-unreachable")
    @Operation(operationId = "unlink", summary = "Unlink an account, on its network too")
    public void unlink(@QueryParam("account") @Nullable String account) {
        if (blank(account)) {
            throw new Problem(422, "account-missing", "No account", "Say the id of the account to unlink.");
        }
        Answers.unwrap(executor.revoke(word(), account));
    }

    @GET
    @Path("/following.csv")
    @Produces("text/csv")
    @Extension(name = "x-problems", value = "422 account-missing, 502 executor-unreachable")
    @Operation(
            operationId = "followingList",
            summary = "What is planned on one of my Mastodon accounts, as the file that its own server imports")
    public String followingList(@QueryParam("account") @Nullable String account) {
        if (blank(account)) {
            throw new Problem(422, "account-missing", "No account", "Say the id of the account.");
        }
        return Answers.unwrap(executor.followingList(word(), account));
    }

    private Word word() {
        return new Word(member.id(), member.accessToken(), member.sessionBinding());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_ACCOUNT * 8;
    }

    /** An account as the person types it, and what for: to follow when it is left out. */
    public record LinkRequest(
            @Nullable Network network, @Nullable String account, Executor.@Nullable Purpose purpose) {}

    /** What the network sent to the callback page. */
    public record LinkCompletion(
            @Nullable String state,
            @Nullable String code,
            @Nullable String iss,
            @Nullable String error) {}
}
