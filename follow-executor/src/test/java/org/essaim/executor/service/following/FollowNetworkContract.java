package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.follows.TidIntents;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.following.Look;
import org.essaim.executor.following.Sent;
import org.essaim.executor.following.TakenBack;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.Intent;
import org.junit.jupiter.api.Test;

/** What {@link org.essaim.executor.following.FollowNetwork} promises, whatever the network. */
interface FollowNetworkContract {

    TidIntents INTENTS = new TidIntents(new java.security.SecureRandom());

    /** A new session, for one more turn. */
    FollowSession session();

    /** Whose session it is. */
    TargetAccount acting();

    /** Somebody who is there and says yes. */
    TargetAccount somebody();

    /** Somebody who is not there any more. */
    TargetAccount gone();

    /** Ids of whom the acting account really follows. */
    List<String> followed();

    private static Entry entry(TargetAccount target, EntryState state) {
        Intent intent = state == EntryState.PLANNED ? null : INTENTS.next(Network.BLUESKY, Instant.now());
        return new Entry(target, UUID.randomUUID(), state, 1, intent, state != EntryState.PLANNED);
    }

    private static Entry as(Entry entry, EntryState state) {
        return new Entry(entry.target(), entry.run(), state, entry.attempts(), entry.intent(), entry.ours());
    }

    /** Follows in a turn of its own, and gives the entry as it was sent. */
    private Entry follow(TargetAccount target) {
        FollowSession turn = session();
        turn.look(List.of(entry(target, EntryState.PLANNED)));
        Entry sending = entry(target, EntryState.SENDING);
        assertThat(turn.send(List.of(sending)).byTarget()).containsEntry(target.id(), new Sent.Followed());
        return sending;
    }

    private Optional<Look> look(Entry entry) {
        return Optional.ofNullable(session().look(List.of(entry)).byTarget().get(entry.targetId()));
    }

    @Test
    default void targetShouldBeClearWhenNothingStandsInTheWay() {
        assertThat(look(entry(somebody(), EntryState.PLANNED))).contains(new Look.Clear());
    }

    @Test
    default void followShouldBeSeenAndBeOursWhenItWasSent() {
        TargetAccount target = somebody();

        Entry sent = follow(target);

        assertThat(followed()).containsExactly(target.id());
        assertThat(look(sent)).get().isInstanceOf(Look.Following.class);
    }

    @Test
    default void followShouldBeTakenBackOnceWhenItIsOurs() {
        TargetAccount target = somebody();
        Entry undoing = as(follow(target), EntryState.UNDOING);

        assertThat(session().takeBack(List.of(undoing)).byTarget()).containsEntry(target.id(), TakenBack.DONE);
        assertThat(followed()).isEmpty();
        assertThat(session().takeBack(List.of(undoing)).byTarget()).containsEntry(target.id(), TakenBack.NOTHING_THERE);
    }

    @Test
    default void nobodyShouldFollowThemselves() {
        assertThat(look(entry(acting(), EntryState.PLANNED)))
                .contains(Look.Barred.refused(FollowSettled.Reason.ONESELF));
    }

    @Test
    default void targetShouldBeBarredWhenItIsGone() {
        assertThat(look(entry(gone(), EntryState.PLANNED)))
                .contains(Look.Barred.refused(FollowSettled.Reason.TARGET_GONE));
    }

    @Test
    default void entriesShouldBeAnsweredEachByItselfWhenTheyDiffer() {
        TargetAccount target = somebody();
        TargetAccount away = gone();

        var looks = session().look(List.of(entry(target, EntryState.PLANNED), entry(away, EntryState.PLANNED)));

        assertThat(looks.halt()).isNull();
        assertThat(looks.byTarget()).containsOnlyKeys(target.id(), away.id());
    }
}
