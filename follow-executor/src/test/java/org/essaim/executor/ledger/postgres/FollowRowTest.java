package org.essaim.executor.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.Intent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowRowTest {

    private static final Instant BEFORE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T10:01:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T11:00:00Z");
    private static final UUID RUN = new UUID(0, 1);
    private static final UUID NEXT_RUN = new UUID(0, 2);
    private static final ActingAccount ANA = new ActingAccount(
            new MemberId(new UUID(0, 3)), new TargetAccount(Network.BLUESKY, "did:plc:ana", "ana.example"));

    /** What a worker may say of an entry. */
    enum Word {
        FOLLOWED,
        ALREADY_FOLLOWING,
        REFUSED,
        NEEDS_PERSON,
        CANCELLED,
        UNDONE,
        AWAIT,
        DEFER,
        UNSENT,
        UNSEEN,
        TAKE_BACK;

        Change change() {
            return switch (this) {
                case FOLLOWED -> Change.Settle.followedByUs();
                case ALREADY_FOLLOWING -> Change.Settle.as(Outcome.ALREADY_FOLLOWING);
                case REFUSED -> Change.Settle.refused(Reason.TARGET_GONE);
                case NEEDS_PERSON -> Change.Settle.needsPerson(Reason.LINK_AGAIN);
                case CANCELLED -> Change.Settle.as(Outcome.CANCELLED);
                case UNDONE -> Change.Settle.as(Outcome.UNDONE);
                case AWAIT -> new Change.Await(LATER, true);
                case DEFER -> new Change.Defer(LATER, FollowDeferred.Reason.NETWORK_TROUBLE);
                case UNSENT -> new Change.Unsent(new Change.Defer(LATER, FollowDeferred.Reason.BUDGET_SPENT));
                case UNSEEN -> new Change.Unseen(LATER);
                case TAKE_BACK -> new Change.TakeBack();
            };
        }
    }

    private static FollowRow row(EntryState state, @Nullable Outcome outcome) {
        FollowRow row = new FollowRow();
        row.id = new FollowId("did:plc:ana", "did:plc:ben");
        row.targetHandle = "ben.example";
        row.run = RUN;
        row.intend(new Intent("3kabc", BEFORE), BEFORE);
        row.state = state.name();
        row.outcome = outcome == null ? null : outcome.name();
        row.reason = outcome == Outcome.NEEDS_PERSON ? Reason.LINK_AGAIN.name() : null;
        return row;
    }

    private static String told(@Nullable FollowResult result) {
        return switch (result) {
            case FollowSettled settled -> settled.outcome().name();
            case FollowDeferred _ -> "DEFERRED";
            case null -> "-";
        };
    }

    /** A settled entry of this table was cancelled: nothing else is overtaken by a worker who is still at it. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            PLANNED FOLLOWED SETTLED FOLLOWED
            PLANNED ALREADY_FOLLOWING SETTLED ALREADY_FOLLOWING
            PLANNED REFUSED SETTLED REFUSED
            PLANNED NEEDS_PERSON SETTLED NEEDS_PERSON
            PLANNED CANCELLED PLANNED -
            PLANNED UNDONE PLANNED -
            PLANNED AWAIT AWAITING_APPROVAL AWAITING_APPROVAL
            PLANNED DEFER PLANNED DEFERRED
            PLANNED UNSEEN PLANNED DEFERRED
            PLANNED TAKE_BACK PLANNED -
            SENDING FOLLOWED SETTLED FOLLOWED
            SENDING ALREADY_FOLLOWING SETTLED ALREADY_FOLLOWING
            SENDING REFUSED SETTLED REFUSED
            SENDING NEEDS_PERSON SETTLED NEEDS_PERSON
            SENDING CANCELLED SENDING -
            SENDING UNDONE SENDING -
            SENDING AWAIT AWAITING_APPROVAL AWAITING_APPROVAL
            SENDING DEFER SENDING DEFERRED
            SENDING UNSENT PLANNED DEFERRED
            SENDING UNSEEN SENDING DEFERRED
            SENDING TAKE_BACK SENDING -
            CANCELLING FOLLOWED SETTLED FOLLOWED
            CANCELLING ALREADY_FOLLOWING SETTLED ALREADY_FOLLOWING
            CANCELLING REFUSED SETTLED REFUSED
            CANCELLING NEEDS_PERSON SETTLED CANCELLED
            CANCELLING CANCELLED SETTLED CANCELLED
            CANCELLING UNDONE SETTLED UNDONE
            CANCELLING AWAIT UNDOING -
            CANCELLING DEFER CANCELLING DEFERRED
            CANCELLING UNSENT SETTLED CANCELLED
            CANCELLING UNSEEN CANCELLING DEFERRED
            CANCELLING TAKE_BACK UNDOING -
            AWAITING_APPROVAL FOLLOWED SETTLED FOLLOWED
            AWAITING_APPROVAL ALREADY_FOLLOWING SETTLED ALREADY_FOLLOWING
            AWAITING_APPROVAL REFUSED SETTLED REFUSED
            AWAITING_APPROVAL NEEDS_PERSON SETTLED NEEDS_PERSON
            AWAITING_APPROVAL CANCELLED AWAITING_APPROVAL -
            AWAITING_APPROVAL UNDONE AWAITING_APPROVAL -
            AWAITING_APPROVAL AWAIT AWAITING_APPROVAL -
            AWAITING_APPROVAL DEFER AWAITING_APPROVAL -
            AWAITING_APPROVAL TAKE_BACK AWAITING_APPROVAL -
            UNDOING FOLLOWED UNDOING -
            UNDOING ALREADY_FOLLOWING SETTLED ALREADY_FOLLOWING
            UNDOING REFUSED SETTLED REFUSED
            UNDOING NEEDS_PERSON SETTLED CANCELLED
            UNDOING CANCELLED SETTLED CANCELLED
            UNDOING UNDONE SETTLED UNDONE
            UNDOING AWAIT UNDOING -
            UNDOING DEFER UNDOING DEFERRED
            UNDOING UNSENT SETTLED CANCELLED
            UNDOING UNSEEN UNDOING DEFERRED
            UNDOING TAKE_BACK UNDOING -
            SETTLED FOLLOWED SETTLED FOLLOWED
            SETTLED ALREADY_FOLLOWING SETTLED -
            SETTLED REFUSED SETTLED -
            SETTLED NEEDS_PERSON SETTLED -
            SETTLED CANCELLED SETTLED -
            SETTLED UNDONE SETTLED -
            SETTLED AWAIT SETTLED -
            SETTLED DEFER SETTLED -
            SETTLED UNSENT SETTLED -
            SETTLED UNSEEN SETTLED -
            SETTLED TAKE_BACK SETTLED -
            """)
    void wordOfAWorkerShouldNotUndoAPlanWhenThePlanCameSince(
            EntryState state, Word word, EntryState after, String published) {
        FollowRow row = row(state, state == EntryState.SETTLED ? Outcome.CANCELLED : null);

        String told = told(row.apply(word.change(), ANA, NOW));

        assertThat(row.entryState()).isEqualTo(after);
        assertThat(told).isEqualTo(published);
        assertThat(row.version).isEqualTo(told.equals("-") ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"CANCELLING, AWAIT", "UNDOING, AWAIT", "UNDOING, FOLLOWED"})
    void followShouldBeTakenBackAtOnceWhenItWasMadeAfterItWasGivenUp(EntryState state, Word word) {
        FollowRow row = row(state, null);

        row.apply(word.change(), ANA, NOW);

        assertThat(row.ours).isTrue();
        assertThat(row.dueAt).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"DEFER, 1", "UNSEEN, 2", "UNSENT, 0"})
    void onlyWhatConcernsTheTargetShouldBeCountedWhenAnEntryWaits(Word word, int attempts) {
        FollowRow row = row(EntryState.SENDING, null);

        row.apply(word.change(), ANA, NOW);

        assertThat(row.attempts).isEqualTo(attempts);
    }

    @ParameterizedTest
    @CsvSource({"CANCELLING", "UNDOING"})
    void requestThatIsNotOursShouldStayWhenTheFollowWasGivenUp(EntryState state) {
        FollowRow row = row(state, null);

        assertThat(told(row.apply(new Change.Await(LATER, false), ANA, NOW))).isEqualTo("CANCELLED");
        assertThat(row.entryState()).isEqualTo(EntryState.SETTLED);
    }

    @Test
    void followThatIsNotOursShouldStayWhenItIsSeenWhileItsRunIsUndone() {
        FollowRow row = row(EntryState.UNDOING, null);

        row.apply(new Change.Settle(Outcome.FOLLOWED, null, false), ANA, NOW);

        assertThat(row.entryState()).isEqualTo(EntryState.SETTLED);
        assertThat(row.ours).isFalse();
        assertThat(row.undo(ANA, NOW)).isNull();
        assertThat(row.entryState()).isEqualTo(EntryState.SETTLED);
    }

    @Test
    void nameShouldStayAndTheTimeBeginAnewWhenWhatWasNotSentIsIntendedAgain() {
        FollowRow row = row(EntryState.SENDING, null);
        row.apply(Word.UNSENT.change(), ANA, NOW);

        row.intend(new Intent("3kxyz", LATER), LATER);

        assertThat(row.entry(Network.BLUESKY).savedIntent()).contains(new Intent("3kabc", LATER));
    }

    /** State, outcome, whether Essaim made it; then what cancelling makes of it, and what undoing does. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', nullValues = "none", textBlock = """
            PLANNED none false SETTLED CANCELLED SETTLED CANCELLED
            PLANNED NEEDS_PERSON false SETTLED CANCELLED SETTLED CANCELLED
            SENDING none false CANCELLING - UNDOING -
            CANCELLING none false CANCELLING - UNDOING -
            AWAITING_APPROVAL AWAITING_APPROVAL true UNDOING - UNDOING -
            AWAITING_APPROVAL AWAITING_APPROVAL false SETTLED CANCELLED SETTLED CANCELLED
            UNDOING FOLLOWED true UNDOING - UNDOING -
            SETTLED FOLLOWED true SETTLED - UNDOING -
            SETTLED FOLLOWED false SETTLED - SETTLED -
            SETTLED ALREADY_FOLLOWING false SETTLED - SETTLED -
            SETTLED REFUSED false SETTLED - SETTLED -
            SETTLED NEEDS_PERSON false SETTLED CANCELLED SETTLED CANCELLED
            SETTLED CANCELLED false SETTLED - SETTLED -
            SETTLED UNDONE false SETTLED - SETTLED -
            """)
    void nothingShouldBeLeftWaitingWhenItIsCancelledOrUndone(
            EntryState state,
            @Nullable Outcome outcome,
            boolean ours,
            EntryState cancelled,
            String toldOfCancelling,
            EntryState undone,
            String toldOfUndoing) {
        FollowRow one = row(state, outcome);
        FollowRow other = row(state, outcome);
        one.ours = ours;
        other.ours = ours;

        assertThat(told(one.cancel(ANA, NOW))).isEqualTo(toldOfCancelling);
        assertThat(one.entryState()).isEqualTo(cancelled);
        assertThat(told(other.undo(ANA, NOW))).isEqualTo(toldOfUndoing);
        assertThat(other.entryState()).isEqualTo(undone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', nullValues = "none", textBlock = """
            PLANNED none PLANNED 1
            SENDING none SENDING 1
            AWAITING_APPROVAL AWAITING_APPROVAL AWAITING_APPROVAL 1
            CANCELLING none SENDING 2
            UNDOING FOLLOWED SENDING 2
            SETTLED FOLLOWED SETTLED 1
            SETTLED ALREADY_FOLLOWING SETTLED 1
            SETTLED REFUSED PLANNED 2
            SETTLED NEEDS_PERSON PLANNED 2
            SETTLED CANCELLED PLANNED 2
            SETTLED UNDONE PLANNED 2
            """)
    void entryShouldBelongToTheNewRunWhenItIsPlannedAfterItWasGivenUp(
            EntryState state, @Nullable Outcome outcome, EntryState after, long run) {
        FollowRow row = row(state, outcome);

        row.replan(NEXT_RUN, 1, "ben.example", NOW);

        assertThat(row.entryState()).isEqualTo(after);
        assertThat(row.run).isEqualTo(new UUID(0, run));
    }

    @Test
    void followShouldBeLookedAtBeforeItIsTakenBackWhenItWasTakenBackOnceAndPlannedAgain() {
        FollowRow row = row(EntryState.UNDOING, Outcome.FOLLOWED);
        row.ours = true;
        row.replan(NEXT_RUN, 1, "ben.example", NOW);

        row.apply(Word.UNDONE.change(), ANA, NOW);
        row.undo(ANA, NOW);

        assertThat(row.entryState()).isEqualTo(EntryState.UNDOING);
        assertThat(row.ours).isFalse();
    }

    @Test
    void recordShouldBeRecognisedWhenItsTakingBackIsOvertakenByAPlan() {
        FollowRow row = row(EntryState.UNDOING, Outcome.FOLLOWED);

        row.replan(NEXT_RUN, 1, "ben.example", NOW);

        assertThat(row.entry(Network.BLUESKY).savedIntent()).isEqualTo(Optional.of(new Intent("3kabc", BEFORE)));
    }
}
