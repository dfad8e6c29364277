package org.essaim.matcher.rest;

import java.util.List;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.status.StatusBoard;

/**
 * The answer of {@code GET /api/status}, about this instance only: the buckets are shared among all.
 *
 * @param ready whether everything is restored
 * @param failures why loops are not running; empty when all do
 * @param members members with lists
 * @param storedIds ids in followings and followers
 * @param identities claims and proofs of X accounts
 * @param standingMatches matches that stand
 * @param lag records behind the end, by topic
 * @param restore buckets and records restored
 * @param staleKeys keys whose last record could not be read or is older than one before it
 * @param buckets the same by bucket
 */
public record MatcherStatus(
        boolean ready,
        List<String> failures,
        int members,
        long storedIds,
        long identities,
        long standingMatches,
        Lag lag,
        Restore restore,
        long staleKeys,
        List<BucketStatus> buckets) {

    /** Records not read yet. */
    public record Lag(long lists, long identities) {}

    /** How far the restore is. */
    public record Restore(int buckets, long bucketsRestored, long records, long recordsRestored) {}

    static MatcherStatus of(StatusBoard board) {
        List<BucketStatus> buckets = board.buckets();
        return new MatcherStatus(
                board.ready(),
                board.failures(),
                board.members(),
                board.sum(bucket -> bucket.figures().storedIds()),
                board.sum(bucket -> bucket.figures().identities()),
                board.sum(bucket -> bucket.figures().standingMatches()),
                new Lag(board.sum(BucketStatus::listsLag), board.sum(BucketStatus::identitiesLag)),
                new Restore(
                        buckets.size(),
                        board.sum(bucket -> bucket.restored() ? 1 : 0),
                        board.sum(BucketStatus::toRestore),
                        board.sum(BucketStatus::restoredSoFar)),
                board.sum(BucketStatus::staleKeys),
                buckets);
    }
}
