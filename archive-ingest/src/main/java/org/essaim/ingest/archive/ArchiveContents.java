package org.essaim.ingest.archive;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.essaim.contracts.IdSet;
import org.jspecify.annotations.Nullable;

/**
 * One person's lists as an archive or an extract gives them; duplicates are folded.
 *
 * @param generatedAt when X made the archive, or null when nothing in it says so
 * @param closeness the followings the person wrote to most; empty when no posts were there to tell
 * @param sightings the newest handle seen for each account that the person follows or is followed by
 * @param incomplete the lists that were not there, or not to be read to their end: what they hold here says nothing of what they lack.
 *     A list that was there and is empty is complete
 * @param problems what could not be read, one line each, without personal data; empty when everything could
 */
public record ArchiveContents(
        ClaimedOwner owner,
        @Nullable Instant generatedAt,
        IdSet followings,
        IdSet followers,
        IdSet blocks,
        IdSet mutes,
        Closeness closeness,
        List<HandleSighting> sightings,
        Set<ListName> incomplete,
        List<String> problems) {

    public ArchiveContents {
        sightings = List.copyOf(sightings);
        incomplete = Set.copyOf(incomplete);
        problems = List.copyOf(problems);
    }

    /** How many accounts a list names. */
    public int size(ListName list) {
        return switch (list) {
            case FOLLOWINGS -> followings.size();
            case FOLLOWERS -> followers.size();
            case BLOCKS -> blocks.size();
            case MUTES -> mutes.size();
            case CLOSENESS -> closeness.size();
            case SIGHTINGS -> sightings.size();
        };
    }

    /** The same lists, of which nobody knows when X made them. */
    public ArchiveContents ofUnknownAge() {
        return new ArchiveContents(
                owner, null, followings, followers, blocks, mutes, closeness, sightings, incomplete, problems);
    }
}
