package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.UndoRequested;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to the acting account itself, on a real PDS. */
@QuarkusTest
@ExecutorTest
class BlueskyOwnAccountIT {

    @Inject
    Budgets budgets;

    @Inject
    BudgetLimits limits;

    private final PdsControl pds = ExecutorResource.pds();
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final PdsAccount ana = pds.createAccount(name());
    private final UUID run = UUID.randomUUID();
    private long sequence;

    @AfterEach
    void close() {
        plans.close();
        pds.close();
    }

    private static String name() {
        return "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static TargetAccount target(PdsAccount account) {
        return new TargetAccount(Network.BLUESKY, account.did(), account.handle());
    }

    private TargetAccount link() {
        return member.link(Network.BLUESKY, ana.handle(), url -> new PdsPerson(ana).authorize(url));
    }

    private TargetAccount plan() {
        TargetAccount target = target(pds.createAccount(name()));
        plans.send(new FollowPlanned(
                member.id(), target(ana), ++sequence, run, List.of(new PlannedFollow(target, 1)), Instant.now()));
        return target;
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("deactivated", (BiConsumer<PdsControl, PdsAccount>) PdsControl::deactivate),
                Arguments.of("taken down", (BiConsumer<PdsControl, PdsAccount>)
                        (pds, account) -> pds.takeDown(account.did(), true)),
                Arguments.of(
                        "deleted", (BiConsumer<PdsControl, PdsAccount>) (pds, account) -> pds.delete(account.did())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void personShouldBeAskedAtOnceWhenTheirAccountIsClosed(String how, BiConsumer<PdsControl, PdsAccount> close) {
        link();
        close.accept(pds, ana);

        TargetAccount target = plan();

        assertThat(plans.settledAs(member.id(), target, Outcome.NEEDS_PERSON).reason())
                .isEqualTo(Reason.LINK_AGAIN);
        assertThat(plans.about(member.id(), target)).as(how).hasSize(1);
    }

    @Test
    void runShouldBeUndoneAtOnceWhenFollowsHaveSpentTheirShareOfTheHour() {
        link();
        TargetAccount followed = plan();
        plans.settledAs(member.id(), followed, Outcome.FOLLOWED);
        Budget hour = limits.blueskyHour(ana.did());
        budgets.reserve(List.of(hour.cost(Math.toIntExact(budgets.left(hour)))));
        TargetAccount waiting = plan();
        assertThat(plans.deferred(member.id(), waiting).reason()).isEqualTo(FollowDeferred.Reason.BUDGET_SPENT);

        plans.send(new UndoRequested(member.id(), target(ana), ++sequence, run, Instant.now()));

        plans.settledAs(member.id(), followed, Outcome.UNDONE);
        plans.settledAs(member.id(), waiting, Outcome.CANCELLED);
        assertThat(pds.follows(ana.did())).isEmpty();
    }
}
