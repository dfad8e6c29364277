package org.essaim.executor.service.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.Housekeeping;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.grants.SealedSecret;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class RotationIT {

    @Inject
    Grants grants;

    @Inject
    Housekeeping housekeeping;

    @Inject
    DataSource database;

    @Test
    void grantShouldBeSealedWithTheNewKeyAndStayTheSameWhenKeysRotate() throws SQLException {
        Member member = new Member();
        OpenGrant before;
        try (MastodonControl mastodon = ExecutorResource.mastodon()) {
            MastodonAccount ana = mastodon.createAccount(
                    "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
            TargetAccount account =
                    member.link(Network.MASTODON, ana.address(), url -> new MastodonPerson(ana).authorize(url));
            before = grants.open(account.id()).orElseThrow();
        }
        String id = before.grant().account().id();
        SealedSecret old = KeyRing.parse(ExecutorResource.OLD_KEY, new SecureRandom())
                .seal(before.secret(), member.id().asString() + ":" + id);
        sealedBefore(id, old);

        assertThat(housekeeping.tidy()).isTrue();

        assertThat(keyOf(id)).isEqualTo("test");
        assertThat(grants.open(id)).contains(before);
        assertThat(housekeeping.tidy()).isFalse();
    }

    private void sealedBefore(String account, SealedSecret secret) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update account_grant set key_id = ?, sealed = ? where account_id = ?")) {
            update.setString(1, secret.keyId());
            update.setString(2, secret.sealed());
            update.setString(3, account);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private String keyOf(String account) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select key_id from account_grant where account_id = ?")) {
            query.setString(1, account);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
