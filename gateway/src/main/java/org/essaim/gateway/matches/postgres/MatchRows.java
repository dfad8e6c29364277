package org.essaim.gateway.matches.postgres;

import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.matches.StandingMatch;
import org.essaim.gateway.postgres.Row;
import org.jspecify.annotations.Nullable;

/** One row of {@code standing_match} as a match. */
final class MatchRows {

    static final String COLUMNS = """
            m.x_id, m.assurance, m.finder_assurance, m.followed_me, m.mutual, m.closeness, m.bluesky, m.bluesky_handle,
            m.mastodon, m.mastodon_handle, m.since, m.fresh, m.decision, m.rank, m.name
            """;

    private MatchRows() {}

    static StandingMatch match(Row row) {
        List<TargetAccount> targets = new ArrayList<>();
        addTarget(targets, Network.BLUESKY, row.textOrNull("bluesky"), row.textOrNull("bluesky_handle"));
        addTarget(targets, Network.MASTODON, row.textOrNull("mastodon"), row.textOrNull("mastodon_handle"));
        String decision = row.textOrNull("decision");
        return new StandingMatch(
                new XId(row.number("x_id")),
                row.constant("assurance", Assurance.class),
                row.constant("finder_assurance", Assurance.class),
                row.flag("mutual"),
                (int) row.number("closeness"),
                row.flag("followed_me") ? List.of(Evidence.FOLLOWED, Evidence.FOLLOWED_ME) : List.of(Evidence.FOLLOWED),
                targets,
                row.instant("since"),
                row.flag("fresh") && decision == null,
                decision == null ? null : Decision.valueOf(decision));
    }

    private static void addTarget(
            List<TargetAccount> targets, Network network, @Nullable String account, @Nullable String handle) {
        if (account != null && handle != null) {
            targets.add(new TargetAccount(network, account, handle));
        }
    }
}
