package org.essaim.executor.ledger.postgres;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.EntryState;
import org.jspecify.annotations.Nullable;

/**
 * An acting account whose row a worker's transaction holds.
 *
 * @param followsAfter nobody is followed before; null when nothing is known to be spent
 * @param stopped by an operator, or at the wish of the host's admin
 */
record HeldAccount(
        ActingAccount acting, boolean paused, @Nullable Instant followsAfter, boolean stopped) {

    static HeldAccount of(Row row) {
        return new HeldAccount(
                acting(row),
                row.getBoolean("paused"),
                FollowRows.moment(row, "follows_after"),
                row.getBoolean("stopped"));
    }

    /** Reads the columns that say whose account it is. */
    static ActingAccount acting(Row row) {
        return new ActingAccount(
                new MemberId(row.getUUID("member")),
                new TargetAccount(
                        Network.valueOf(row.getString("network")),
                        row.getString("account_id"),
                        row.getString("handle")));
    }

    String id() {
        return acting.account().id();
    }

    Network network() {
        return acting.account().network();
    }

    /** States of the entries that may be worked on now. */
    String[] workable(Instant now) {
        return states(now).stream().map(EntryState::name).toArray(String[]::new);
    }

    boolean mayFollow(Instant now) {
        return states(now).contains(EntryState.PLANNED);
    }

    private Set<EntryState> states(Instant now) {
        Instant spentUntil = followsAfter;
        if (stopped) {
            return EnumSet.noneOf(EntryState.class);
        }
        if (paused) {
            return EnumSet.of(EntryState.CANCELLING, EntryState.UNDOING);
        }
        return spentUntil != null && spentUntil.isAfter(now)
                ? EnumSet.of(EntryState.CANCELLING, EntryState.UNDOING, EntryState.AWAITING_APPROVAL)
                : EnumSet.complementOf(EnumSet.of(EntryState.SETTLED));
    }
}
