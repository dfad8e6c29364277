package org.essaim.matcher.status;

import org.essaim.matcher.BucketFigures;

/**
 * One bucket that this instance works on, at one moment.
 *
 * @param restored whether the past is read and the differences published; before that nothing of it is in the output
 * @param toRestore records between the first and the last one that the restore has to read, all three topics together
 * @param restoredSoFar how far that has come; offsets, so gaps of compaction count too
 * @param listsLag records of {@code follow.lists.v1} behind the end
 * @param identitiesLag records of {@code identities.v1} behind the end
 * @param staleKeys keys whose last record could not be read or is older than one before it; the earlier value is still used
 */
public record BucketStatus(
        int bucket,
        boolean restored,
        long toRestore,
        long restoredSoFar,
        BucketFigures figures,
        long listsLag,
        long identitiesLag,
        int staleKeys) {}
