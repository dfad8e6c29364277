package org.essaim.matcher;

/**
 * How much a bucket holds.
 *
 * @param members members with a list in this bucket; each member has one in every bucket, an empty one too
 * @param storedIds ids in the followings and followers; a follow that stands in two lists counts twice
 * @param identities claims and proofs of X accounts of this bucket
 * @param standingMatches matches that stand, over all members
 * @param outdatedKeys keys whose last record is older than one that was known before
 */
public record BucketFigures(int members, long storedIds, int identities, long standingMatches, int outdatedKeys) {}
