package org.essaim.matcher;

import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;

/** What changed for one member in one bucket: the whole state of a key of {@code matches.v1}, never a difference. */
public sealed interface MatchesChange {

    /** The key that changed. */
    MemberBucket key();

    /** These matches stand now, and no others. */
    record Standing(MemberMatches matches) implements MatchesChange {

        @Override
        public MemberBucket key() {
            return new MemberBucket(matches.member(), matches.bucket());
        }
    }

    /** The member has no list here any more, so nothing stands, and nothing is known of its generation. */
    record Gone(MemberId member, int bucket) implements MatchesChange {

        @Override
        public MemberBucket key() {
            return new MemberBucket(member, bucket);
        }
    }
}
