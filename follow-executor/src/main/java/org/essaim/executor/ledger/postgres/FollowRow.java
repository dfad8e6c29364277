package org.essaim.executor.ledger.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.Intent;
import org.jspecify.annotations.Nullable;

/** One follow. Its methods move it on and say what to publish about that; null means: nothing new. */
@Entity(name = "Follow")
@Table(name = "follow")
class FollowRow {

    @EmbeddedId
    @Nullable
    FollowId id;

    @Column(name = "target_handle")
    String targetHandle = "";

    @Nullable
    UUID run;

    int closeness;
    String state = EntryState.PLANNED.name();

    @Nullable
    String outcome;

    @Nullable
    String reason;

    long version;

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    int attempts;

    @Column(name = "record_key")
    @Nullable
    String recordKey;

    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    boolean ours;

    EntryState entryState() {
        return EntryState.valueOf(state);
    }

    String targetId() {
        return Objects.requireNonNull(id).targetId();
    }

    TargetAccount target(Network network) {
        return new TargetAccount(network, targetId(), targetHandle);
    }

    Entry entry(Network network) {
        String key = recordKey;
        Instant created = createdAt;
        Intent intent = key == null || created == null ? null : new Intent(key, created);
        return new Entry(target(network), Objects.requireNonNull(run), entryState(), attempts, intent, ours);
    }

    /** What may have been sent keeps its name and time; what surely was not keeps its name, and begins anew. */
    void intend(Intent intent, Instant lookAgain) {
        if (recordKey == null) {
            recordKey = intent.recordKey();
            createdAt = intent.createdAt();
        } else if (entryState() == EntryState.PLANNED) {
            createdAt = intent.createdAt();
        }
        state = EntryState.SENDING.name();
        attempts++;
        dueAt = lookAgain;
    }

    /** A worker's word may be older than a plan that came since: what the plan wants is not lost, nor what the network has done. */
    @Nullable
    FollowResult apply(Change change, ActingAccount acting, Instant now) {
        return switch (entryState()) {
            case PLANNED, SENDING, AWAITING_APPROVAL ->
                isOfWithdrawal(change) ? overtaken(change) : done(change, acting, now);
            case CANCELLING -> done(cancelled(change), acting, now);
            case UNDOING -> done(undone(change), acting, now);
            case SETTLED -> isFollow(change) ? done(change, acting, now) : null;
        };
    }

    /** It was planned again meanwhile, and goes on; but what is there from now on need not be ours any more. */
    private @Nullable FollowResult overtaken(Change change) {
        ours &= !(change instanceof Change.Settle);
        return null;
    }

    private static boolean isOfWithdrawal(Change change) {
        return switch (change) {
            case Change.Settle(FollowSettled.Outcome end, var _, var _) ->
                end == FollowSettled.Outcome.CANCELLED || end == FollowSettled.Outcome.UNDONE;
            case Change.TakeBack _ -> true;
            case Change.Await _, Change.Defer _, Change.Unsent _, Change.Unseen _ -> false;
        };
    }

    private static boolean isFollow(Change change) {
        return change instanceof Change.Settle(FollowSettled.Outcome end, var _, var _)
                && end == FollowSettled.Outcome.FOLLOWED;
    }

    /** What is followed stays; a request of ours is taken back; what was not sent is done with. */
    private Change cancelled(Change change) {
        return switch (change) {
            case Change.Settle(FollowSettled.Outcome end, var _, var _) ->
                end == FollowSettled.Outcome.NEEDS_PERSON ? Change.Settle.as(FollowSettled.Outcome.CANCELLED) : change;
            case Change.Await(var _, boolean made) ->
                made ? new Change.TakeBack() : Change.Settle.as(FollowSettled.Outcome.CANCELLED);
            case Change.Unsent _ -> Change.Settle.as(FollowSettled.Outcome.CANCELLED);
            case Change.Defer _, Change.Unseen _, Change.TakeBack _ -> change;
        };
    }

    /** The same, and what we followed is taken back as well; what is not ours stays. */
    private Change undone(Change change) {
        boolean made = change instanceof Change.Settle(var _, var _, boolean byUs) && byUs;
        return isFollow(change) && made ? new Change.TakeBack() : cancelled(change);
    }

    private @Nullable FollowResult done(Change change, ActingAccount acting, Instant now) {
        return switch (change) {
            case Change.Settle(FollowSettled.Outcome end, FollowSettled.Reason why, boolean made) -> {
                state = EntryState.SETTLED.name();
                ours = made;
                yield settled(end, why, acting, now);
            }
            case Change.Await(Instant lookAgain, boolean made) -> {
                boolean known = entryState() == EntryState.AWAITING_APPROVAL;
                state = EntryState.AWAITING_APPROVAL.name();
                dueAt = lookAgain;
                ours = made;
                yield known ? null : settled(FollowSettled.Outcome.AWAITING_APPROVAL, null, acting, now);
            }
            case Change.Defer(Instant until, FollowDeferred.Reason why, FollowDeferred.Slowed slowed) -> {
                dueAt = until;
                // An answer that is still awaited was published as such and stays so.
                yield entryState() == EntryState.AWAITING_APPROVAL ? null : told(until, why, slowed, acting, now);
            }
            case Change.Unsent(Change.Defer waiting) -> {
                state = EntryState.PLANNED.name();
                attempts = Math.max(attempts - 1, 0);
                yield done(waiting, acting, now);
            }
            case Change.Unseen(Instant lookAgain) -> {
                attempts++;
                yield done(new Change.Defer(lookAgain, FollowDeferred.Reason.NETWORK_TROUBLE), acting, now);
            }
            case Change.TakeBack() -> {
                state = EntryState.UNDOING.name();
                ours = true;
                dueAt = now;
                yield null;
            }
        };
    }

    FollowSettled settled(
            FollowSettled.Outcome done, FollowSettled.@Nullable Reason why, ActingAccount acting, Instant now) {
        outcome = done.name();
        reason = why == null ? null : why.name();
        version++;
        return new FollowSettled(
                acting.member(), acting.account(), target(acting.account().network()), version, done, why, now);
    }

    /** It waits for something that has no end yet. */
    FollowDeferred waits(Instant now, FollowDeferred.Reason why, ActingAccount acting) {
        return told(now, why, null, acting, now);
    }

    private FollowDeferred told(
            Instant until,
            FollowDeferred.Reason why,
            FollowDeferred.@Nullable Slowed slowed,
            ActingAccount acting,
            Instant now) {
        version++;
        return new FollowDeferred(
                acting.member(),
                acting.account(),
                target(acting.account().network()),
                version,
                until,
                why,
                now,
                slowed);
    }

    /**
     * Plans it again after an end that a new wish overrides. What is on its way to be cancelled or taken back may be there
     * still, and is looked at first; anything followed or under way stays.
     */
    boolean replan(UUID newRun, int newCloseness, String handle, Instant now) {
        boolean mayBeThere = entryState() == EntryState.CANCELLING || entryState() == EntryState.UNDOING;
        if (!mayBeThere && (entryState() != EntryState.SETTLED || isFollowed())) {
            return false;
        }
        run = newRun;
        closeness = newCloseness;
        targetHandle = handle;
        outcome = null;
        reason = null;
        dueAt = now;
        attempts = 0;
        if (mayBeThere) {
            state = EntryState.SENDING.name();
        } else {
            state = EntryState.PLANNED.name();
            recordKey = null;
            createdAt = null;
            ours = false;
        }
        return true;
    }

    private boolean isFollowed() {
        return FollowSettled.Outcome.FOLLOWED.name().equals(outcome)
                || FollowSettled.Outcome.ALREADY_FOLLOWING.name().equals(outcome);
    }

    /** What is followed stays; what may be on its way is looked at before it is given up; what waits for the person waits no more. */
    @Nullable
    FollowSettled cancel(ActingAccount acting, Instant now) {
        return switch (entryState()) {
            case PLANNED -> {
                state = EntryState.SETTLED.name();
                yield settled(FollowSettled.Outcome.CANCELLED, null, acting, now);
            }
            case SENDING -> {
                state = EntryState.CANCELLING.name();
                dueAt = now;
                yield null;
            }
            case AWAITING_APPROVAL -> {
                state = ours ? EntryState.UNDOING.name() : EntryState.SETTLED.name();
                dueAt = now;
                yield ours ? null : settled(FollowSettled.Outcome.CANCELLED, null, acting, now);
            }
            case SETTLED ->
                FollowSettled.Outcome.NEEDS_PERSON.name().equals(outcome)
                        ? settled(FollowSettled.Outcome.CANCELLED, null, acting, now)
                        : null;
            case CANCELLING, UNDOING -> null;
        };
    }

    /** The link is gone, so is the way to look or to take back. */
    FollowSettled giveUp(ActingAccount acting, Instant now) {
        state = EntryState.SETTLED.name();
        return settled(FollowSettled.Outcome.CANCELLED, null, acting, now);
    }

    /** Takes back what Essaim made, and cancels the rest. */
    @Nullable
    FollowSettled undo(ActingAccount acting, Instant now) {
        boolean mayBeThere = switch (entryState()) {
            case SENDING, CANCELLING -> true;
            case AWAITING_APPROVAL -> ours;
            case SETTLED -> ours && FollowSettled.Outcome.FOLLOWED.name().equals(outcome);
            case PLANNED, UNDOING -> false;
        };
        if (mayBeThere) {
            state = EntryState.UNDOING.name();
            dueAt = now;
            return null;
        }
        return cancel(acting, now);
    }
}
