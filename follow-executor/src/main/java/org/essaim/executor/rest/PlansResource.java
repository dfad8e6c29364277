package org.essaim.executor.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.forecast.Forecast;
import org.essaim.executor.handoff.FollowingList;
import org.essaim.executor.ledger.Progress;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** How a member's plans come along, and what of them can be taken elsewhere. */
@Path("/api/members/{member}")
@Authenticated
@RunOnVirtualThread
public class PlansResource {

    private static final int MOST_FORESEEN = 1_000_000;

    private final Caller caller;
    private final Forecast forecast;
    private final FollowingList list;

    public PlansResource(Caller caller, Forecast forecast, FollowingList list) {
        this.caller = caller;
        this.forecast = forecast;
        this.list = list;
    }

    /** How one acting account comes along; {@code next} and {@code endsAt} are null where nobody can tell. */
    public record Outlook(
            TargetAccount account,
            long open,
            Progress.Standing standing,
            @Nullable Instant next,
            @Nullable Instant endsAt) {

        static Outlook of(Forecast.Outlook outlook) {
            Progress progress = outlook.progress();
            return new Outlook(
                    progress.acting(),
                    progress.open(),
                    progress.standing(),
                    progress.dueAt().orElse(null),
                    outlook.endsAt().orElse(null));
        }
    }

    /** Every acting account; with {@code account} that one alone, as if {@code more} were planned on it. */
    @GET
    @Path("/progress")
    public List<Outlook> progress(
            @PathParam("member") UUID path,
            @QueryParam("account") @Nullable String account,
            @QueryParam("more") @DefaultValue("0") int more) {
        MemberId member = caller.member(path);
        if (more < 0 || more > MOST_FORESEEN) {
            throw new Problem(
                    400, "incomplete-request", "Incomplete request", "The field more is 0 to " + MOST_FORESEEN + ".");
        }
        return account == null
                ? forecast.of(member).stream().map(Outlook::of).toList()
                : forecast.with(member, account, more).stream().map(Outlook::of).toList();
    }

    /** The file that a Mastodon server imports. */
    @GET
    @Path("/following.csv")
    @Produces("text/csv")
    public String following(@PathParam("member") UUID path, @QueryParam("account") @Nullable String account) {
        if (account == null) {
            throw new Problem(400, "incomplete-request", "Incomplete request", "The field account is missing.");
        }
        return list.csv(caller.member(path), account);
    }
}
