package org.essaim.matcher;

import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.store.Found;

/** What changed for one member in one bucket: the whole state of a key of {@code matches.v1}, never a difference. */
public sealed interface MatchesChange {

    /** The {@link #cause} of a change that a restore found, and no input. */
    int RESTORE = -1;

    /** The key that changed. */
    MemberBucket key();

    /** Which of the inputs of the batch caused it, the first of them; {@link #RESTORE} for none. */
    int cause();

    /**
     * These matches stand now, and no others.
     *
     * @param summary of what stands, with the generation of the member's list
     * @param revision grows with every change under the key
     */
    record Standing(MemberBucket key, org.essaim.matcher.store.Standing summary, long revision, Found found, int cause)
            implements MatchesChange {

        /** Of the member's list. */
        public long generation() {
            return summary.generation();
        }

        /** As the topic carries it. */
        public MemberMatches matches() {
            return new MemberMatches(key.member(), key.bucket(), generation(), revision, found.matches());
        }
    }

    /** The member has no list here any more, so nothing stands, and nothing is known of its generation. */
    record Gone(MemberBucket key, int cause) implements MatchesChange {}
}
