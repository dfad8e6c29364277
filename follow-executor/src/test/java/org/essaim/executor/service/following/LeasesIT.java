package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.Lease;
import org.essaim.executor.service.scene.ExecutorTest;
import org.junit.jupiter.api.Test;

/** Leases of workers that are not this service's own. */
@QuarkusTest
@ExecutorTest
class LeasesIT {

    private static final Instant ENDS = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant RENEWED = ENDS.plus(1, ChronoUnit.DAYS);

    @Inject
    FollowLedger ledger;

    @Inject
    DataSource database;

    private final String owner = UUID.randomUUID().toString();

    /** An account that is leased to the owner for its third turn. */
    private Lease leased() throws SQLException {
        String id = "did:test:" + UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into acting_account (account_id, network, handle, host, member, sequence, paused, lease_turn,
                            lease_owner, lease_until)
                        values (?, 'BLUESKY', 'ana.test', 'pds.test', ?, 0, false, 3, ?, ?)
                        """)) {
            insert.setString(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, owner);
            insert.setObject(4, ENDS.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        ActingAccount acting =
                new ActingAccount(new MemberId(UUID.randomUUID()), new TargetAccount(Network.BLUESKY, id, "ana.test"));
        return new Lease(acting, "pds.test", owner, 3, Optional.empty());
    }

    private Instant endOf(Lease lease) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select lease_until from acting_account where account_id = ?")) {
            query.setString(1, lease.actingId());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1, java.time.OffsetDateTime.class).toInstant();
            }
        }
    }

    @Test
    void leaseShouldRunOutWhenNoTurnOfItsOwnerHoldsIt() throws SQLException {
        Lease underWay = leased();
        Lease answerLost = leased();

        ledger.renew(List.of(underWay), RENEWED);

        assertThat(endOf(underWay)).isEqualTo(RENEWED);
        assertThat(endOf(answerLost)).isEqualTo(ENDS);
    }

    @Test
    void leaseShouldNotBeBroughtBackWhenItsTurnIsOver() throws SQLException {
        Lease now = leased();
        Lease before = new Lease(now.acting(), now.host(), owner, now.turn() - 1, Optional.empty());

        ledger.renew(List.of(before), RENEWED);

        assertThat(endOf(now)).isEqualTo(ENDS);
    }
}
