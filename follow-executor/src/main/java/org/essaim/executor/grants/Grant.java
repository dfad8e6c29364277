package org.essaim.executor.grants;

import java.util.List;
import java.util.Locale;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;

/**
 * A member's proven account and what Essaim may do with it.
 *
 * @param host the server that is asked to act: the PDS, or the Mastodon instance, in lower case; its limits are shared by all
 *     its users
 * @param scopes in the network's own words
 * @param canFollow whether the scopes are enough to follow
 */
public record Grant(
        MemberId member, TargetAccount account, String host, State state, List<String> scopes, boolean canFollow) {

    public Grant {
        scopes = List.copyOf(scopes);
        host = host.toLowerCase(Locale.ROOT);
    }

    /** The same grant, its account now at home on another server. */
    public Grant at(String newHost) {
        return new Grant(member, account, newHost, state, scopes, canFollow);
    }

    /** Whether the network still honours it. */
    public enum State {
        LINKED,
        /** The person must link again; the account stays theirs. */
        LOST
    }
}
