package org.essaim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an archive stand, under a generation that every bucket carries.
 *
 * @param generation which of the member's generations this is, from 1
 * @param ownerXId the owner that the archive names (claimed) or that X named (proven)
 * @param ownerHandle the owner's handle as the archive gives it, or null
 * @param problems what could not be read, one line each; empty when everything could
 */
public record ArchiveIngested(
        MemberId member,
        UUID archive,
        long generation,
        XId ownerXId,
        @Nullable String ownerHandle,
        Assurance assurance,
        Counts counts,
        List<String> problems,
        Instant at)
        implements ArchiveResult {

    public ArchiveIngested {
        problems = List.copyOf(problems);
    }

    /** How many distinct accounts each list names. */
    public record Counts(int followings, int followers, int blocks, int mutes) {}
}
