package org.essaim.ingest.archive.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.loose.LooseParts;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;

/** Any file is read or refused; reading it never fails otherwise. */
public final class FuzzedZip {

    private static final ReadLimits LIMITS = new ReadLimits(1_000, 1 << 20, 100, 1_000, 1_000, 1 << 20);
    private static final PartwiseReader READER = new PartwiseReader(
                    LooseParts.orZip(ZipArchive.under(LIMITS), LIMITS), new ScriptPartParser(), LIMITS)
            .countingMessages();
    private static final Path FILE = FuzzedFile.of("archive.zip");

    private FuzzedZip() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        READER.read(Files.write(FILE, data), null);
    }
}
