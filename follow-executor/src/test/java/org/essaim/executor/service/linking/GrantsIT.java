package org.essaim.executor.service.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.grants.RefreshTurn;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.service.scene.ExecutorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are good for one use, and many who want to use them. */
@QuarkusTest
@ExecutorTest
class GrantsIT {

    private static final int MANY = 12;

    @Inject
    Grants grants;

    private final String account = "did:test:" + UUID.randomUUID();
    private final Grant grant = new Grant(
            new MemberId(UUID.randomUUID()),
            new TargetAccount(Network.BLUESKY, account, "ana.test"),
            "pds.test",
            Grant.State.LINKED,
            List.of("atproto"),
            false);

    @BeforeEach
    void link() {
        assertThat(grants.link(grant, new Secret("first"))).isTrue();
    }

    private OpenGrant open() {
        return grants.open(account).orElseThrow();
    }

    private OpenGrant renewed(OpenGrant current, String secret) {
        return grants.refreshed(new OpenGrant(current.grant(), new Secret(secret), current.generation()));
    }

    @Test
    void oneShouldRenewAndTheOthersWaitWhenManyWantTo() {
        long seen = open().generation();
        List<Future<RefreshTurn>> turns = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                turns.add(threads.submit(() -> grants.takeRefreshTurn(account, seen)));
            }
        }

        assertThat(turns)
                .extracting(Future::resultNow)
                .filteredOn(RefreshTurn.Yours.class::isInstance)
                .hasSize(1);
        assertThat(turns)
                .extracting(Future::resultNow)
                .filteredOn(RefreshTurn.Busy.class::isInstance)
                .hasSize(MANY - 1);
    }

    @Test
    void newTokensShouldBeTakenWhenSomebodyElseHasRenewedThem() {
        OpenGrant before = open();
        grants.takeRefreshTurn(account, before.generation());
        OpenGrant after = renewed(before, "second");

        RefreshTurn turn = grants.takeRefreshTurn(account, before.generation());

        assertThat(turn).isEqualTo(new RefreshTurn.AlreadyRenewed(after));
        assertThat(after.secret()).isEqualTo(new Secret("second"));
        assertThat(grants.takeRefreshTurn(account, after.generation())).isInstanceOf(RefreshTurn.Yours.class);
    }

    @Test
    void turnShouldBeFreeAtOnceWhenItIsReturnedUnused() {
        OpenGrant current = open();
        grants.takeRefreshTurn(account, current.generation());

        grants.returnRefreshTurn(account, current.generation());

        assertThat(grants.takeRefreshTurn(account, current.generation())).isInstanceOf(RefreshTurn.Yours.class);
    }

    @Test
    void linkShouldStayWhenOnlyOlderTokensAreNotHonoured() {
        OpenGrant before = open();
        OpenGrant after = renewed(before, "second");

        grants.lose(account, before.generation());
        assertThat(open().grant().state()).isEqualTo(Grant.State.LINKED);
        grants.lose(account, after.generation());

        assertThat(open().grant().state()).isEqualTo(Grant.State.LOST);
        assertThat(grants.takeRefreshTurn(account, after.generation())).isInstanceOf(RefreshTurn.Gone.class);
    }

    @Test
    void nobodyShouldRenewWhatIsNotLinkedAnyMore() {
        long seen = open().generation();
        assertThat(grants.revoke(grant.member(), account)).isTrue();

        assertThat(grants.takeRefreshTurn(account, seen)).isInstanceOf(RefreshTurn.Gone.class);
        assertThat(grants.revoke(grant.member(), account)).isFalse();
    }
}
