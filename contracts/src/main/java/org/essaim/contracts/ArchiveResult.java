package org.essaim.contracts;

import java.util.UUID;

/** What became of an upload: the values of {@code archive.results.v1}. */
public sealed interface ArchiveResult permits ArchiveIngested, ArchiveRejected {

    MemberId member();

    UUID archive();
}
