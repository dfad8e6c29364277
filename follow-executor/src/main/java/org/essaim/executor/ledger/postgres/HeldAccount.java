package org.essaim.executor.ledger.postgres;

import io.vertx.mutiny.sqlclient.Row;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;

/** An acting account whose row a worker's transaction holds. */
record HeldAccount(ActingAccount acting, String host, boolean paused) {

    static HeldAccount of(Row row) {
        return new HeldAccount(acting(row), row.getString("host"), row.getBoolean("paused"));
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
}
