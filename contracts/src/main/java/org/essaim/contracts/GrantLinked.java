package org.essaim.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The member proved that the account is theirs.
 *
 * @param scopes what the network granted, in the network's own words
 * @param canFollow whether that is enough to follow in the member's name; being found needs less
 */
public record GrantLinked(
        MemberId member, TargetAccount account, List<String> scopes, boolean canFollow, long version, Instant at)
        implements GrantEvent {

    public GrantLinked {
        scopes = List.copyOf(scopes);
    }
}
