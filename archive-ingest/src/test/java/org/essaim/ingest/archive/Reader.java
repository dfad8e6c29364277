package org.essaim.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.loose.LooseParts;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;
import org.jspecify.annotations.Nullable;

/** Reads archives in tests, and says plainly when one was refused that should have been read, or the other way. */
final class Reader {

    private Reader() {}

    static ArchiveContents contents(Path file) throws IOException {
        return contents(file, null);
    }

    static ArchiveContents contents(Path file, @Nullable XId proven) throws IOException {
        return switch (read(file, ReadLimits.DEFAULT, proven)) {
            case ReadOutcome.Read(ArchiveContents contents) -> contents;
            case ReadOutcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }

    static Reason refusal(Path file) throws IOException {
        return refusal(file, ReadLimits.DEFAULT);
    }

    static Reason refusal(Path file, ReadLimits limits) throws IOException {
        return switch (read(file, limits)) {
            case ReadOutcome.Read read -> throw new AssertionError("read: " + read);
            case ReadOutcome.Refused refused -> refused.reason();
        };
    }

    static ReadOutcome read(Path file, ReadLimits limits) throws IOException {
        return read(file, limits, null);
    }

    private static ReadOutcome read(Path file, ReadLimits limits, @Nullable XId proven) throws IOException {
        return new PartwiseReader(LooseParts.orZip(ZipArchive.under(limits), limits), new ScriptPartParser(), limits)
                .read(file, proven);
    }
}
