package org.essaim.contracts;

import java.util.List;

/**
 * All standing matches of one member in one bucket, possibly none: the value of {@code matches.v1}. Member erased: a
 * tombstone.
 *
 * @param generation the generation of the member's list that these matches were computed from; when every bucket
 *     carries generation 7, generation 7 is wholly matched
 * @param revision grows with every change under the key, also across restarts and rebuilds; readers ignore an older one
 */
public record MemberMatches(MemberId member, int bucket, long generation, long revision, List<Match> matches) {

    public MemberMatches {
        matches = List.copyOf(matches);
    }
}
