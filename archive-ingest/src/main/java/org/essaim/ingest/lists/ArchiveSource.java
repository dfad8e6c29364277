package org.essaim.ingest.lists;

import java.util.UUID;

/**
 * The upload that lists were read from.
 *
 * @param sha256 its digest, 64 lower-case hexadecimal digits: the same bytes again change nothing
 */
public record ArchiveSource(UUID archive, String sha256) {}
