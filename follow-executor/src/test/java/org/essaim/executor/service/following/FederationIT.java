package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.UndoRequested;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.executor.service.scene.SnacServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two real servers that federate, and a follow across them. */
@QuarkusTest
@ExecutorTest
@Tag("slow")
class FederationIT {

    private static final Duration FEDERATED = Duration.ofMinutes(2);

    private final Member member = new Member();

    @Test
    void followShouldBeSeenOnBothSidesAndTakenBackWhenTwoRealServersFederate()
            throws IOException, InterruptedException {
        StringBuilder why = new StringBuilder();
        Optional<Path> program = SnacServer.program(why);
        assumeTrue(program.isPresent(), why::toString);
        try (SnacServer home = SnacServer.start(program.orElseThrow());
                SnacServer away = SnacServer.start(program.orElseThrow());
                Plans plans = new Plans()) {
            String password = home.addUser("ana");
            away.addUser("ben");
            TargetAccount ben =
                    new TargetAccount(Network.MASTODON, away.actor("ben").toString(), "ben@" + away.domain());
            TargetAccount ana =
                    member.link(Network.MASTODON, "ana@" + home.domain(), url -> home.authorize(url, "ana", password));
            assertThat(ana.id()).isEqualTo(home.actor("ana").toString());
            UUID run = UUID.randomUUID();

            plans.send(new FollowPlanned(member.id(), ana, 1, run, List.of(new PlannedFollow(ben, 1)), Instant.now()));

            plans.settledAs(member.id(), ben, Outcome.FOLLOWED);
            await().atMost(FEDERATED)
                    .until(() -> home.people("ana", "following").equals(List.of(ben.id()))
                            && away.people("ben", "followers").equals(List.of(ana.id())));

            plans.send(new UndoRequested(member.id(), ana, 2, run, Instant.now()));

            plans.settledAs(member.id(), ben, Outcome.UNDONE);
            await().atMost(FEDERATED)
                    .until(() -> home.people("ana", "following").isEmpty());
        }
    }
}
