package org.essaim.executor.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.Intent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a follow is that the network shows, and what becomes of it. */
class VerdictsTest {

    private static final Instant INTENDED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant SOON = INTENDED.plusSeconds(30);
    private static final Instant LATE = INTENDED.plus(Verdicts.SOON);
    private static final FollowPace PACE = new FollowPace(
            25,
            Duration.ofHours(6),
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            Duration.ofDays(1),
            Duration.ofDays(14),
            Duration.ofDays(7),
            8);

    private final Verdicts verdicts = new Verdicts(PACE);

    private static Entry entry(EntryState state, boolean intended) {
        TargetAccount ben = new TargetAccount(Network.MASTODON, "https://m.example/users/ben", "ben@m.example");
        Intent intent = intended ? new Intent("3kours", INTENDED) : null;
        return new Entry(ben, new UUID(0, 1), state, 1, intent, false);
    }

    private static String word(@Nullable Change change) {
        return switch (change) {
            case Change.Settle(Outcome outcome, var _, boolean ours) -> outcome + (ours ? " ours" : "");
            case Change.Await(var _, boolean ours) -> "AWAIT" + (ours ? " ours" : "");
            case Change.Defer _ -> "DEFER";
            case Change.Unsent _ -> "UNSENT";
            case Change.Unseen _ -> "UNSEEN";
            case Change.TakeBack() -> "TAKE_BACK";
            case null -> "send";
        };
    }

    @Test
    void entryShouldWaitUntilTheServerMayBeAskedAgainWhenItHasHadEnoughOfUs() {
        Change change = verdicts.of(entry(EntryState.PLANNED, false), new Look.Busy(LATE), SOON);

        assertThat(change).isEqualTo(new Change.Defer(LATE, FollowDeferred.Reason.NETWORK_TROUBLE));
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, 3kours, FOLLOWED ours",
        "PLANNED, 3ktheirs, ALREADY_FOLLOWING",
        "SENDING, 3kours, FOLLOWED ours",
        "SENDING, 3ktheirs, ALREADY_FOLLOWING",
        "CANCELLING, 3kours, FOLLOWED ours",
        "CANCELLING, 3ktheirs, ALREADY_FOLLOWING",
        "UNDOING, 3kours, TAKE_BACK",
        "UNDOING, 3ktheirs, ALREADY_FOLLOWING"
    })
    void recordShouldBeOursOnlyWhenItBearsOurName(EntryState state, String recordKey, String verdict) {
        Look.Following seen = new Look.Following(recordKey);

        assertThat(word(verdicts.of(entry(state, true), seen, SOON))).isEqualTo(verdict);
        assertThat(word(verdicts.of(entry(state, true), seen, LATE))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, ALREADY_FOLLOWING, ALREADY_FOLLOWING",
        "SENDING, FOLLOWED ours, ALREADY_FOLLOWING",
        "CANCELLING, FOLLOWED ours, ALREADY_FOLLOWING",
        "UNDOING, TAKE_BACK, ALREADY_FOLLOWING"
    })
    void followWithoutANameShouldBeOursOnlySoonAfterItWasIntended(EntryState state, String soon, String late) {
        Look.Following seen = new Look.Following(null);

        assertThat(word(verdicts.of(entry(state, true), seen, SOON))).isEqualTo(soon);
        assertThat(word(verdicts.of(entry(state, true), seen, LATE))).isEqualTo(late);
        assertThat(word(verdicts.of(entry(state, false), seen, SOON))).isEqualTo("ALREADY_FOLLOWING");
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, AWAIT, AWAIT",
        "SENDING, AWAIT ours, AWAIT",
        "CANCELLING, TAKE_BACK, CANCELLED",
        "UNDOING, TAKE_BACK, CANCELLED"
    })
    void requestShouldBeOursOnlySoonAfterItWasIntended(EntryState state, String soon, String late) {
        assertThat(word(verdicts.of(entry(state, true), new Look.Requested(), SOON)))
                .isEqualTo(soon);
        assertThat(word(verdicts.of(entry(state, true), new Look.Requested(), LATE)))
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, send", "SENDING, send", "CANCELLING, CANCELLED", "UNDOING, CANCELLED"})
    void nothingShouldBeSentWhenTheFollowWasGivenUp(EntryState state, String verdict) {
        assertThat(word(verdicts.of(entry(state, true), new Look.Clear(), SOON)))
                .isEqualTo(verdict);
    }

    @Test
    void entryShouldBePlannedAsBeforeWhenItWasSurelyNotSent() {
        Entry sending = entry(EntryState.SENDING, true);
        Halt spent = new Halt.Until(LATE, FollowDeferred.Reason.BUDGET_SPENT);

        assertThat(word(verdicts.of(sending, new Sent.NotSent(), spent, SOON))).isEqualTo("UNSENT");
        assertThat(word(verdicts.of(sending, new Sent.NotSent(), null, SOON))).isEqualTo("UNSENT");
        assertThat(word(verdicts.of(sending, new Halt.Unwell(), SOON))).isEqualTo("DEFER");
    }
}
