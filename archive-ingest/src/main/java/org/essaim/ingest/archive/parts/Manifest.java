package org.essaim.ingest.archive.parts;

import java.time.Instant;
import java.util.List;
import org.essaim.ingest.archive.ClaimedOwner;
import org.jspecify.annotations.Nullable;

/**
 * What {@code manifest.js} says about the archive it stands in (since March 2020).
 *
 * @param partial X made the archive in several ZIPs, and this is one of them
 * @param files the files it announces, those of no interest left out
 */
public record Manifest(
        @Nullable ClaimedOwner owner, @Nullable Instant generatedAt, boolean partial, List<Announced> files) {

    /** What an archive without a manifest says. */
    static final Manifest NONE = new Manifest(null, null, false, List.of());

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file and what it should hold.
     *
     * @param count how many elements, or -1 when the manifest does not say
     */
    public record Announced(PartKind kind, String fileName, long count) {}
}
