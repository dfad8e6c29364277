package org.essaim.executor.following;

import java.time.Duration;
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
import org.essaim.executor.ledger.Intent;
import org.jspecify.annotations.Nullable;

/** Decides, from what was seen, what becomes of an entry. In doubt a follow is the person's own: nothing ever takes it back. */
final class Verdicts {

    /**
     * Where follows have no names, one that was not there when the intent was saved, and is there so soon after, is the one
     * that was intended. Later the person may have made it themselves.
     */
    static final Duration SOON = Duration.ofMinutes(2);

    private final FollowPace pace;

    Verdicts(FollowPace pace) {
        this.pace = pace;
    }

    /** Returns null when the entry is to be sent. */
    @Nullable
    Change of(Entry entry, Look look, Instant now) {
        return switch (look) {
            case Look.Clear() -> notFollowed(entry);
            case Look.Following(String recordKey) -> followed(entry, isOurs(entry, recordKey, now));
            case Look.Requested() -> requested(entry, now);
            case Look.Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) ->
                barred(entry, outcome, reason);
            case Look.Dormant() -> dormant(entry, now);
            case Look.Busy(Instant until) -> new Defer(until, FollowDeferred.Reason.NETWORK_TROUBLE);
            case Look.Unclear() -> new Change.Unseen(now.plus(pace.afterLook(entry.attempts() + 1)));
        };
    }

    private Change dormant(Entry entry, Instant now) {
        return isGivenUp(entry)
                ? Settle.as(Outcome.CANCELLED)
                : new Defer(now.plus(pace.dormancy()), FollowDeferred.Reason.NETWORK_TROUBLE);
    }

    private static @Nullable Change notFollowed(Entry entry) {
        return switch (entry.state()) {
            case PLANNED, SENDING -> null;
            case CANCELLING, UNDOING -> Settle.as(Outcome.CANCELLED);
            case AWAITING_APPROVAL -> Settle.refused(Reason.TARGET_REJECTED);
            case SETTLED -> throw notLookedAt(entry.state());
        };
    }

    private static Change followed(Entry entry, boolean ours) {
        return switch (entry.state()) {
            case PLANNED, SENDING, CANCELLING -> ours ? Settle.followedByUs() : Settle.as(Outcome.ALREADY_FOLLOWING);
            case AWAITING_APPROVAL -> new Settle(Outcome.FOLLOWED, null, entry.ours());
            case UNDOING -> ours ? new Change.TakeBack() : Settle.as(Outcome.ALREADY_FOLLOWING);
            case SETTLED -> throw notLookedAt(entry.state());
        };
    }

    /** Whether what the network shows is the very follow that this entry sent. */
    private static boolean isOurs(Entry entry, @Nullable String recordKey, Instant now) {
        return entry.savedIntent()
                .map(intent ->
                        recordKey == null ? isOnItsWay(entry, intent, now) : recordKey.equals(intent.recordKey()))
                .orElse(false);
    }

    private static boolean isOnItsWay(Entry entry, Intent intent, Instant now) {
        return switch (entry.state()) {
            case SENDING, CANCELLING, UNDOING -> now.isBefore(intent.createdAt().plus(SOON));
            case PLANNED, AWAITING_APPROVAL, SETTLED -> false;
        };
    }

    private static boolean isGivenUp(Entry entry) {
        return switch (entry.state()) {
            case CANCELLING, UNDOING -> true;
            case PLANNED, SENDING, AWAITING_APPROVAL, SETTLED -> false;
        };
    }

    private Change requested(Entry entry, Instant now) {
        boolean ours = isOurs(entry, null, now);
        return switch (entry.state()) {
            case PLANNED, SENDING -> new Await(now.plus(pace.approvalPoll()), ours);
            case CANCELLING, UNDOING -> ours ? new Change.TakeBack() : Settle.as(Outcome.CANCELLED);
            case AWAITING_APPROVAL -> new Await(now.plus(pace.approvalPoll()), entry.ours());
            case SETTLED -> throw notLookedAt(entry.state());
        };
    }

    private static Change barred(Entry entry, Outcome outcome, Reason reason) {
        return isGivenUp(entry) ? Settle.as(Outcome.CANCELLED) : new Settle(outcome, reason, entry.ours());
    }

    /** What becomes of an entry that was sent and answered; {@code halt} is what stopped the sending, if anything did. */
    Change of(Entry entry, Sent sent, @Nullable Halt halt, Instant now) {
        return switch (sent) {
            case Sent.Followed() -> Settle.followedByUs();
            case Sent.Requested() -> new Await(now.plus(pace.approvalPoll()), true);
            case Sent.NotSent() -> notSent(entry, halt == null ? new Halt.Unwell() : halt, now);
            case Sent.Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) ->
                new Settle(outcome, reason, false);
        };
    }

    private Change notSent(Entry entry, Halt halt, Instant now) {
        return switch (waiting(entry, halt, now)) {
            case Defer wait -> new Change.Unsent(wait);
            case Change other -> other;
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
            case Halt.Until(Instant until, FollowDeferred.Reason reason) -> new Defer(until, reason);
            case Halt.Spent(Instant until, FollowDeferred.Slowed slowed) ->
                new Defer(until, FollowDeferred.Reason.BUDGET_SPENT, slowed);
            case Halt.Unwell() ->
                new Defer(now.plus(pace.after(entry.attempts())), FollowDeferred.Reason.NETWORK_TROUBLE);
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
