package org.essaim.gateway.xaccounts.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.xaccounts.BrokerUnreachableException;
import org.essaim.gateway.xaccounts.ProofRefresh;
import org.essaim.gateway.xaccounts.XAccount;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Which X account is mine. */
@Path("/api/v1/me/x-account")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "X account")
public class XAccountResource {

    private final CurrentMember member;
    private final ProofRefresh refresh;

    public XAccountResource(CurrentMember member, ProofRefresh refresh) {
        this.member = member;
        this.refresh = refresh;
    }

    @POST
    @Path("/refresh")
    @Extension(name = "x-problems", value = "502 sign-in-unreachable")
    @Operation(operationId = "refreshXAccount", summary = "Read again what X says is mine, after signing in with X")
    public Refreshed refresh() {
        try {
            Optional<XAccount> account = refresh.refresh(member.id());
            return new Refreshed(account.orElse(null));
        } catch (BrokerUnreachableException e) {
            throw new Problem(
                    502,
                    "sign-in-unreachable",
                    "The sign-in service does not answer",
                    "What was known of your X account stands. Try again in a moment.");
        }
    }

    /** The X account after the refresh, or null. */
    public record Refreshed(@Nullable XAccount xAccount) {}
}
