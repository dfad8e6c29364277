package org.essaim.ingest.archive;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.IdSet;
import org.jspecify.annotations.Nullable;

/**
 * One person's lists as an archive or an extract gives them; duplicates are folded.
 *
 * @param generatedAt when X made the archive, or null when nothing in it says so
 * @param closeness the followings the person wrote to most; empty when no posts were there to tell
 * @param sightings the newest handle seen for each account that the person follows or is followed by
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
        List<String> problems) {

    public ArchiveContents {
        sightings = List.copyOf(sightings);
        problems = List.copyOf(problems);
    }

    /** The same lists, of which nobody knows when X made them. */
    public ArchiveContents ofUnknownAge() {
        return new ArchiveContents(owner, null, followings, followers, blocks, mutes, closeness, sightings, problems);
    }
}
