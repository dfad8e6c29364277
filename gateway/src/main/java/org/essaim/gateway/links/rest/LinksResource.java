package org.essaim.gateway.links.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Network;
import org.essaim.gateway.links.Executor;
import org.essaim.gateway.links.Executor.Answer;
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
    @Operation(summary = "My linked accounts, in the order they were linked")
    public List<Link> links() {
        return links.of(member.id());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Begin to link an account: the answer says where I agree to it")
    public Executor.Dance begin(LinkRequest request) {
        if (request == null || request.network() == null || blank(request.account())) {
            throw new Problem(422, "account-missing", "No account", "Say the network and the account to link.");
        }
        return unwrap(executor.begin(word(), request.network(), request.account()));
    }

    @POST
    @Path("/completions")
    @Operation(summary = "End linking with what the network sent back")
    public Executor.Linked complete(LinkCompletion completion) {
        if (completion == null || blank(completion.state())) {
            throw new Problem(422, "state-missing", "No state", "Send what the network sent back, whole.");
        }
        return unwrap(executor.complete(
                word(),
                new Executor.Returned(completion.state(), completion.code(), completion.iss(), completion.error())));
    }

    @DELETE
    @Operation(summary = "Unlink an account, on its network too")
    public void unlink(@QueryParam("account") @Nullable String account) {
        if (blank(account)) {
            throw new Problem(422, "account-missing", "No account", "Say the id of the account to unlink.");
        }
        unwrap(executor.revoke(word(), account));
    }

    private Executor.Word word() {
        return new Executor.Word(member.id(), member.accessToken(), member.sessionBinding());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_ACCOUNT * 8;
    }

    private static <T> T unwrap(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(int status, String slug, String title, String detail) ->
                throw new Problem(status, slug, title, detail);
            case Answer.Unreachable<T>() ->
                throw new Problem(
                        502,
                        "executor-unreachable",
                        "Linking is not possible right now",
                        "The service that links accounts does not answer. Nothing was changed; try again in a moment.");
        };
    }

    /** An account as the person types it. */
    public record LinkRequest(
            @Nullable Network network, @Nullable String account) {}

    /** What the network sent to the callback page. */
    public record LinkCompletion(
            @Nullable String state,
            @Nullable String code,
            @Nullable String iss,
            @Nullable String error) {}
}
