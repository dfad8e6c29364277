package org.essaim.gateway.me.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.links.Link;
import org.essaim.gateway.links.Links;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.notices.Notice;
import org.essaim.gateway.notices.Notices;
import org.essaim.gateway.xaccounts.XAccount;
import org.essaim.gateway.xaccounts.XAccounts;
import org.jspecify.annotations.Nullable;

/** Who I am here: X account, choices, linked accounts, and what I was told. */
@Path("/api/v1/me")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Me")
public class MeResource {

    private final CurrentMember member;
    private final XAccounts accounts;
    private final Consents consents;
    private final Links links;
    private final Notices notices;

    public MeResource(CurrentMember member, XAccounts accounts, Consents consents, Links links, Notices notices) {
        this.member = member;
        this.accounts = accounts;
        this.consents = consents;
        this.links = links;
        this.notices = notices;
    }

    @GET
    @Operation(operationId = "me", summary = "Who I am here")
    public Me me() {
        MemberId id = member.id();
        Consents.Standing standing = consents.standing(id);
        return new Me(
                id,
                accounts.of(id).orElse(null),
                standing.findability(),
                standing.followArrivals(),
                standing.email(),
                standing.partners(),
                links.of(id),
                notices.of(id));
    }

    /**
     * A member as they see themselves.
     *
     * @param xAccount claimed or proven, or null
     * @param findability null until chosen
     * @param email whether I may be told by e-mail
     * @param partners who may be told of my matches
     */
    public record Me(
            MemberId id,
            @Nullable XAccount xAccount,
            @Nullable Findability findability,
            boolean followArrivals,
            boolean email,
            List<String> partners,
            List<Link> links,
            List<Notice> notices) {}
}
