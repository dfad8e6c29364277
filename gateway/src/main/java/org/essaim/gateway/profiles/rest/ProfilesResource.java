package org.essaim.gateway.profiles.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.migrations.rest.Owner;
import org.essaim.gateway.profiles.Profiles;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Names and faces of those I matched with: nobody else's are looked for in my name. */
@Path("/api/v1/migrations/{id}/profiles")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Review")
public class ProfilesResource {

    private final Owner owner;
    private final Matches matches;
    private final Profiles profiles;

    public ProfilesResource(Owner owner, Matches matches, Profiles profiles) {
        this.owner = owner;
        this.matches = matches;
        this.profiles = profiles;
    }

    @POST
    @Extension(name = "x-problems", value = "404 migration-not-found, 422 matches-missing, 502 executor-unreachable")
    @Operation(
            operationId = "profiles",
            summary =
                    "Names and pictures of up to 100 matches; what is not known is looked for, and there a moment later")
    public ProfileList profiles(@PathParam("id") UUID migration, ProfilesRequest request) {
        var member = owner.of(migration);
        if (request == null
                || request.matches() == null
                || request.matches().isEmpty()
                || request.matches().size() > Profiles.MOST) {
            throw new Problem(422, "matches-missing", "No matches", "Name 1 to " + Profiles.MOST + " matches by X id.");
        }
        List<TargetAccount> accounts = matches.named(member, request.matches()).stream()
                .flatMap(match -> match.targets().stream())
                .toList();
        List<Profiles.Profile> found = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += Profiles.MOST) {
            found.addAll(Answers.unwrap(profiles.of(
                    owner.word(), accounts.subList(from, Math.min(from + Profiles.MOST, accounts.size())))));
        }
        return new ProfileList(found);
    }

    /** Matches by their X ids. */
    public record ProfilesRequest(@Nullable List<XId> matches) {}

    /** One entry for each account of the matches that stand. */
    public record ProfileList(List<Profiles.Profile> profiles) {}
}
