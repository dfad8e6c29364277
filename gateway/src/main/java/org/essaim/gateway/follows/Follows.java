package org.essaim.gateway.follows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** What is planned for members and what became of it. Each call is one transaction with the records it sends. */
public interface Follows {

    /**
     * Plans every confirmed match on every linked account that can follow and is of the match's network. What is planned or settled
     * already is left as it is, so a repeat plans only what is new.
     *
     * @param network only on this one, or null for all
     */
    Planned plan(MemberId member, UUID migration, @Nullable Network network);

    /** Starts nothing more until resumed. */
    void pause(MemberId member, UUID migration);

    void resume(MemberId member, UUID migration);

    /** Takes back what the runs of this move followed, and only that. */
    void undo(MemberId member, UUID migration);

    /** Cancels what this move has planned and not done yet. What is followed stays, and what was confirmed stays confirmed. */
    void cancel(MemberId member, UUID migration);

    /** What a plan would do now, for every linked account of the network, or of all when null. Changes nothing. */
    List<Preview> preview(MemberId member, @Nullable Network network);

    /** Takes in a result; an older version, and a follow that was never planned, change nothing. */
    void settle(FollowResult result);

    Progress progress(MemberId member, UUID migration);

    /**
     * A page of the follows of a move, in the order of account and target.
     *
     * @param states only follows in one of these; null for all
     */
    Page page(MemberId member, UUID migration, @Nullable Set<FollowState> states, @Nullable Cursor after, int limit);

    /** What became of a follow so far. */
    enum FollowState {
        PLANNED,
        DEFERRED,
        FOLLOWED,
        ALREADY_FOLLOWING,
        AWAITING_APPROVAL,
        REFUSED,
        NEEDS_PERSON,
        CANCELLED,
        UNDONE
    }

    /** How many follows a plan added, and the run they belong to; arrivals join it later. */
    record Planned(UUID run, int follows) {}

    /** Where a page ends. */
    record Cursor(String acting, String target) {}

    /** A page; {@code next} is null on the last one. */
    record Page(List<Follow> follows, @Nullable Cursor next) {

        public Page {
            follows = List.copyOf(follows);
        }
    }

    /**
     * One follow.
     *
     * @param reason why it waits, was refused, or needs the person; else null
     * @param until goes with DEFERRED: when it is tried again at the earliest
     * @param slowed goes with DEFERRED: why its account goes slower than usual, or null
     */
    record Follow(
            TargetAccount acting,
            TargetAccount target,
            XId xId,
            FollowState state,
            @Nullable String reason,
            @Nullable Instant until,
            FollowDeferred.@Nullable Slowed slowed,
            boolean cancelled,
            Instant changedAt) {

        @Override
        public String toString() {
            return "Follow[" + state + "]";
        }
    }

    /** How far the follows of a move are, by acting account, in the order of their ids. */
    record Progress(boolean paused, List<AccountProgress> accounts) {

        public Progress {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * How far one acting account is.
     *
     * @param outcomes how many follows are in which state, cancelled ones as CANCELLED
     * @param needs what only the person can move, and how many follows wait for it
     * @param waiting what they wait for otherwise
     * @param until when the first that wait are tried again at the earliest; null when none waits
     * @param slowed why this account is worked on at less than the usual pace, or null
     */
    record AccountProgress(
            TargetAccount account,
            List<OutcomeCount> outcomes,
            List<Waiting> needs,
            List<Waiting> waiting,
            @Nullable Instant until,
            FollowDeferred.@Nullable Slowed slowed) {

        public AccountProgress {
            outcomes = List.copyOf(outcomes);
            needs = List.copyOf(needs);
            waiting = List.copyOf(waiting);
        }
    }

    /** Follows in one state. */
    record OutcomeCount(FollowState state, int follows) {}

    /** Follows that wait for one reason. */
    record Waiting(String reason, int follows) {}

    /**
     * What a plan would do on one acting account.
     *
     * @param able false when the account cannot follow; nothing would be planned on it
     * @param follows that would be added
     * @param done that are followed already, or were asked for, or refused
     * @param open that are planned already
     */
    record Preview(TargetAccount account, boolean able, int follows, int done, int open) {}
}
