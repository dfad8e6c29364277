package org.essaim.ingest.lists;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands, without the lists themselves.
 *
 * @param lastGeneration the last generation given, 0 when none was; kept when lists are withdrawn
 * @param source what the standing lists were read from; empty when none stand
 * @param generatedAt when X made that archive, or null when it does not say
 */
public record Standing(
        long lastGeneration,
        Optional<ArchiveSource> source,
        @Nullable Instant generatedAt) {

    public static final Standing NOTHING = new Standing(0, Optional.empty(), null);

    /** Whether lists of just these bytes stand. */
    public boolean isOf(String sha256) {
        return source.isPresent() && source.get().sha256().equals(sha256);
    }

    /** Whether the standing lists are known to be newer than an archive of that time. */
    public boolean isNewerThan(@Nullable Instant other) {
        return source.isPresent() && generatedAt != null && other != null && generatedAt.isAfter(other);
    }
}
