package org.essaim.matcher.store;

import org.essaim.contracts.MemberMatches;

/**
 * What stands for one member of a bucket, without the matches themselves.
 *
 * @param generation of the list that the matches were computed from
 * @param matches how many there are
 * @param fingerprint what they are, see {@link Fingerprint}
 */
public record Standing(long generation, int matches, long fingerprint) {

    /** Something stands that cannot be read: equal to nothing that a list gives. */
    public static final Standing UNREADABLE = new Standing(-1, 0, 0);

    public static Standing of(MemberMatches published) {
        return new Standing(published.generation(), published.matches().size(), Fingerprint.of(published.matches()));
    }

    public static Standing of(long generation, Found found) {
        return new Standing(generation, found.size(), Fingerprint.of(found));
    }
}
