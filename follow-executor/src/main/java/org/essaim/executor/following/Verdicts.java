package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Change.Await;
import org.essaim.executor.ledger.Change.Defer;
import org.essaim.executor.ledger.Change.Settle;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.jspecify.annotations.Nullable;

/** Decides, from what was seen, what becomes of an entry. */
final class Verdicts {

    private final FollowPace pace;

    Verdicts(FollowPace pace) {
        this.pace = pace;
    }

    /** Returns null when the entry is to be sent. */
    @Nullable
    Change of(Entry entry, Look look, Instant now) {
        return switch (look) {
            case Look.Clear() -> notFollowed(entry);
            case Look.Following(String recordKey) -> followed(entry, recordKey);
            case Look.Requested() -> requested(entry, now);
            case Look.Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) ->
                barred(entry, outcome, reason);
            case Look.Dormant() -> dormant(entry, now);
            case Look.Unclear() ->
                new Defer(now.plus(pace.afterLook(entry.attempts() + 1)), FollowDeferred.Reason.NETWORK_TROUBLE);
        };
    }

    private Change dormant(Entry entry, Instant now) {
        return entry.state() == EntryState.CANCELLING
                ? Settle.as(Outcome.CANCELLED)
                : new Defer(now.plus(pace.dormancy()), FollowDeferred.Reason.NETWORK_TROUBLE);
    }

    private static @Nullable Change notFollowed(Entry entry) {
        return switch (entry.state()) {
            case PLANNED, SENDING -> null;
            case CANCELLING -> Settle.as(Outcome.CANCELLED);
            case AWAITING_APPROVAL -> Settle.refused(Reason.TARGET_REJECTED);
            case UNDOING, SETTLED -> throw notLookedAt(entry.state());
        };
    }

    private static Change followed(Entry entry, @Nullable String recordKey) {
        return switch (entry.state()) {
            case PLANNED -> Settle.as(Outcome.ALREADY_FOLLOWING);
            case SENDING, CANCELLING ->
                isOwn(entry, recordKey) ? Settle.followedByUs() : Settle.as(Outcome.ALREADY_FOLLOWING);
            case AWAITING_APPROVAL -> new Settle(Outcome.FOLLOWED, null, entry.ours());
            case UNDOING, SETTLED -> throw notLookedAt(entry.state());
        };
    }

    /** Without record keys, a follow that was not there before the intent was saved, and is now, is the one intended. */
    private static boolean isOwn(Entry entry, @Nullable String recordKey) {
        return recordKey == null
                || entry.savedIntent()
                        .map(intent -> intent.recordKey().equals(recordKey))
                        .orElse(false);
    }

    private Change requested(Entry entry, Instant now) {
        return switch (entry.state()) {
            case PLANNED -> new Await(now.plus(pace.approvalPoll()), false);
            case SENDING -> new Await(now.plus(pace.approvalPoll()), true);
            case CANCELLING -> new Change.TakeBack();
            case AWAITING_APPROVAL -> new Await(now.plus(pace.approvalPoll()), entry.ours());
            case UNDOING, SETTLED -> throw notLookedAt(entry.state());
        };
    }

    private static Change barred(Entry entry, Outcome outcome, Reason reason) {
        return entry.state() == EntryState.CANCELLING
                ? Settle.as(Outcome.CANCELLED)
                : new Settle(outcome, reason, entry.ours());
    }

    /** What becomes of an entry that was sent and answered; {@code halt} is what stopped the sending, if anything did. */
    Change of(Entry entry, Sent sent, @Nullable Halt halt, Instant now) {
        return switch (sent) {
            case Sent.Followed() -> Settle.followedByUs();
            case Sent.Requested() -> new Await(now.plus(pace.approvalPoll()), true);
            case Sent.NotSent() -> waiting(entry, halt == null ? new Halt.Unwell() : halt, now);
            case Sent.Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) ->
                new Settle(outcome, reason, false);
        };
    }

    /** What becomes of an entry that a halt left unanswered. */
    Change of(Entry entry, Halt halt, Instant now) {
        boolean onlyPerson = halt instanceof Halt.NeedsPerson;
        return onlyPerson && mayHaveBeenSent(entry)
                ? new Defer(now.plus(pace.longestPause()), FollowDeferred.Reason.NETWORK_TROUBLE)
                : waiting(entry, halt, now);
    }

    private Change waiting(Entry entry, Halt halt, Instant now) {
        return switch (halt) {
            case Halt.Until(Instant until, FollowDeferred.Reason reason, FollowDeferred.Slowed slowed) ->
                new Defer(until, reason, slowed);
            case Halt.Unwell() ->
                new Defer(now.plus(pace.after(entry.attempts() + 1)), FollowDeferred.Reason.NETWORK_TROUBLE);
            case Halt.NeedsPerson(FollowSettled.Reason reason) -> Settle.needsPerson(reason);
        };
    }

    /** Such an entry is not given up before the network has said whether the follow is there. */
    private static boolean mayHaveBeenSent(Entry entry) {
        return switch (entry.state()) {
            case SENDING, CANCELLING, UNDOING, AWAITING_APPROVAL -> true;
            case PLANNED, SETTLED -> false;
        };
    }

    private static IllegalStateException notLookedAt(EntryState state) {
        return new IllegalStateException("an entry that is " + state + " is not looked at");
    }
}
