package org.essaim.ingest.archive.parts;

import java.io.IOException;
import java.nio.file.Path;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveReader;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.ReadingWatch;
import org.jspecify.annotations.Nullable;

/** Reads an archive of X, of any generation since 2018. */
public final class PartwiseReader implements ArchiveReader {

    private final ArchiveParts.Opener opener;
    private final PartParser parser;
    private final ReadLimits limits;
    private final boolean messages;

    /** Reads everything but direct messages. */
    public PartwiseReader(ArchiveParts.Opener opener, PartParser parser, ReadLimits limits) {
        this(opener, parser, limits, false);
    }

    private PartwiseReader(ArchiveParts.Opener opener, PartParser parser, ReadLimits limits, boolean messages) {
        this.opener = opener;
        this.parser = parser;
        this.limits = limits;
        this.messages = messages;
    }

    /** Counts direct messages by account as well: on the person's own machine, and nowhere else. */
    public PartwiseReader countingMessages() {
        return new PartwiseReader(opener, parser, limits, true);
    }

    @Override
    public ReadOutcome read(Path file, @Nullable XId owner, ReadingWatch watch) throws IOException {
        try (ArchiveParts archive = opener.open(file)) {
            return read(new WatchedParts(archive, watch), owner);
        } catch (ArchiveRefusedException e) {
            return e.refusal();
        }
    }

    /** Reads what is open already, and leaves it open. */
    public ReadOutcome read(ArchiveParts archive, @Nullable XId owner) throws IOException {
        try {
            PartSelection parts = PartSelection.of(archive);
            return new ReadOutcome.Read(new Reading(archive, parts, parser, limits).contents(owner, messages));
        } catch (ArchiveRefusedException e) {
            return e.refusal();
        }
    }
}
