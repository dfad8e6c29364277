package org.essaim.ingest.archive.parts;

import java.io.IOException;
import java.nio.file.Path;
import org.essaim.ingest.archive.ArchiveReader;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;

/** Reads an archive of X, of any generation since 2018. */
public final class PartwiseReader implements ArchiveReader {

    private final ArchiveParts.Opener opener;
    private final PartParser parser;
    private final ReadLimits limits;

    public PartwiseReader(ArchiveParts.Opener opener, PartParser parser, ReadLimits limits) {
        this.opener = opener;
        this.parser = parser;
        this.limits = limits;
    }

    @Override
    public ReadOutcome read(Path file) throws IOException {
        try (ArchiveParts archive = opener.open(file)) {
            PartSelection parts = PartSelection.of(archive);
            return new ReadOutcome.Read(new Reading(archive, parts, parser, limits).contents());
        } catch (ArchiveRefusedException e) {
            return e.refusal();
        }
    }
}
