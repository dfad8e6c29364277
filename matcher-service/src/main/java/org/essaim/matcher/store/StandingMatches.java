package org.essaim.matcher.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** What was published last for each member of the bucket. */
public final class StandingMatches {

    /**
     * What stands for one member.
     *
     * @param generation of the list that the matches were computed from
     * @param matches by ascending X id
     */
    public record Standing(long generation, List<Match> matches) {

        /** Something stands that cannot be read: equal to nothing that a list gives. */
        public static final Standing UNREADABLE = new Standing(-1, List.of());

        public Standing {
            matches = List.copyOf(matches);
        }
    }

    private final Map<MemberId, Standing> byMember = new HashMap<>();
    private long count;

    public @Nullable Standing find(MemberId member) {
        return byMember.get(member);
    }

    public void put(MemberId member, Standing standing) {
        count += standing.matches().size() - countOf(byMember.put(member, standing));
    }

    /** Whether anything stood. */
    public boolean remove(MemberId member) {
        Standing before = byMember.remove(member);
        count -= countOf(before);
        return before != null;
    }

    /** Every member for whom something stands, if only that nothing matches; a copy. */
    public Set<MemberId> members() {
        return Set.copyOf(byMember.keySet());
    }

    /** Matches that stand, over all members. */
    public long count() {
        return count;
    }

    private static long countOf(@Nullable Standing standing) {
        return standing == null ? 0 : standing.matches().size();
    }
}
