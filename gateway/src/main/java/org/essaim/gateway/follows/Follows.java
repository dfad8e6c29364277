package org.essaim.gateway.follows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
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

    /** Takes in a result; an older version, and a follow that was never planned, change nothing. */
    void settle(FollowResult result);

    Progress progress(MemberId member, UUID migration);

    /** A page of the follows of a move, in the order of account and target. */
    Page page(MemberId member, UUID migration, @Nullable Cursor after, int limit);

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

    /** One follow. {@code state} is PLANNED, DEFERRED, or the outcome; {@code until} goes with DEFERRED. */
    record Follow(
            TargetAccount acting,
            TargetAccount target,
            String state,
            @Nullable String reason,
            @Nullable Instant until,
            boolean cancelled,
            Instant changedAt) {

        @Override
        public String toString() {
            return "Follow[" + state + "]";
        }
    }

    /**
     * How far a move is.
     *
     * @param matched standing matches that were not declined, for each network
     * @param buckets how many buckets carry the generation of the lists that stand, or a newer one; all of them: wholly matched
     */
    record Progress(boolean paused, int buckets, int undecided, List<Count> matched, List<Outcome> follows) {

        public Progress {
            matched = List.copyOf(matched);
            follows = List.copyOf(follows);
        }
    }

    /** Matches on one network. */
    record Count(Network network, int matches) {}

    /** Follows on one network in one state. */
    record Outcome(Network network, String state, int follows) {}
}
