package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.json.ExtractReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that coverage-guided fuzzing found, each of which once failed. */
class FoundByFuzzingTest {

    @TempDir
    Path directory;

    /** Zeroes at the start were taken for UTF-32, whose decoder failed as if the disk had: the upload was tried again for ever. */
    @Test
    void extractShouldBeRefusedWhenItBeginsWithZeroes() throws IOException {
        Path file = Files.write(
                directory.resolve("extract.json"),
                "\0\0\0\0\0\0\0\2\":\"essaim-extract/1\"".getBytes(StandardCharsets.US_ASCII));

        assertThat(new ExtractReader(ReadLimits.DEFAULT).read(file, null))
                .isInstanceOfSatisfying(
                        ReadOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_AN_ARCHIVE));
    }
}
