package org.essaim.executor.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.linking.CompleteLink;
import org.essaim.executor.linking.LinkAnswer;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.Purpose;
import org.essaim.executor.linking.ReturnVisit;
import org.essaim.executor.linking.StartLink;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Begins and completes links. */
@Path("/api/members/{member}/links")
@Authenticated
@RunOnVirtualThread
public class LinksResource {

    private final Caller caller;
    private final StartLink start;
    private final CompleteLink complete;

    public LinksResource(Caller caller, StartLink start, CompleteLink complete) {
        this.caller = caller;
        this.start = start;
        this.complete = complete;
    }

    @POST
    public RestResponse<LinkJson.Redirect> start(@PathParam("member") UUID path, LinkJson.@Nullable Wish wish) {
        MemberId member = caller.member(path);
        Network network = wish == null ? null : wish.network();
        if (wish == null || network == null) {
            throw incomplete("network");
        }
        String session = required(wish.session(), "session");
        Purpose purpose = wish.purpose() == null ? Purpose.TO_FOLLOW : wish.purpose();
        return switch (start.start(member, session, network, required(wish.account(), "account"), purpose)) {
            case LinkAnswer.GoTo goTo ->
                RestResponse.status(
                        RestResponse.Status.CREATED, new LinkJson.Redirect(goTo.authorizationUrl(), goTo.expiresAt()));
            case LinkAnswer.Refused(LinkRefusal refusal) -> throw LinkProblems.of(refusal);
            case LinkAnswer.Linked _ -> throw new IllegalStateException("a link is not complete when it begins");
        };
    }

    @POST
    @Path("/completions")
    public LinkJson.Linked complete(@PathParam("member") UUID path, LinkJson.@Nullable Completion completion) {
        MemberId member = caller.member(path);
        if (completion == null) {
            throw incomplete("state");
        }
        String code = completion.error() == null ? completion.code() : null;
        ReturnVisit visit = new ReturnVisit(
                required(completion.state(), "state"),
                code,
                completion.iss(),
                required(completion.session(), "session"));
        return switch (complete.complete(member, visit)) {
            case LinkAnswer.Linked linked -> LinkJson.Linked.of(linked.grant());
            case LinkAnswer.Refused(LinkRefusal refusal) -> throw LinkProblems.of(refusal);
            case LinkAnswer.GoTo _ -> throw new IllegalStateException("a completed link leads nowhere");
        };
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw incomplete(name);
        }
        return value;
    }

    private static Problem incomplete(String name) {
        return new Problem(400, "incomplete-request", "Incomplete request", "The field " + name + " is missing.");
    }
}
