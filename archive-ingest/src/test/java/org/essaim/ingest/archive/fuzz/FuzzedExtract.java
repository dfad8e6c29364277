package org.essaim.ingest.archive.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.json.ExtractReader;
import org.essaim.ingest.archive.json.ExtractWriter;

/** Any extract is read or refused; one that was read and is written again says the same. */
public final class FuzzedExtract {

    private static final ReadLimits LIMITS = new ReadLimits(1_000, 1 << 20, 100, 1_000, 1_000, 1 << 20);
    private static final ExtractReader READER = new ExtractReader(LIMITS);
    private static final Path FILE = FuzzedFile.of("extract.json");

    private FuzzedExtract() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (READER.read(Files.write(FILE, data), null) instanceof ReadOutcome.Read read) {
            try (OutputStream out = Files.newOutputStream(FILE)) {
                ExtractWriter.write(read.contents(), Instant.EPOCH, out);
            }
            if (!READER.read(FILE, null).equals(read)) {
                throw new IllegalStateException("an extract that is written again says something else");
            }
        }
    }
}
