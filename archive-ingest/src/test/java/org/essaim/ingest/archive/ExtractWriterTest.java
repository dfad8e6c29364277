package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.essaim.ingest.archive.json.ExtractReader;
import org.essaim.ingest.archive.json.ExtractWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractWriterTest {

    @TempDir
    Path directory;

    @Test
    void extractShouldBeReadAsTheArchiveItWasMadeOf() throws IOException {
        Path archive = ZipShape.usual()
                .with("data/block.js", ZipShape.list("block", "blocking", 0, 1_494_116_032_364_957_699L))
                .with(
                        "data/tweets.js",
                        "window.YTD.tweets.part0 = [{\"tweet\":{\"created_at\":\"Tue Jan 12 17:00:02 +0000 2021\","
                                + "\"in_reply_to_user_id_str\":\"3\",\"in_reply_to_screen_name\":\"three\"}}]")
                .writeTo(directory);
        ArchiveContents contents = Reader.contents(archive);
        ByteArrayOutputStream extract = new ByteArrayOutputStream();

        ExtractWriter.write(contents, Instant.EPOCH, extract);

        Path file = Files.write(directory.resolve("extract.json"), extract.toByteArray());
        assertThat(new ExtractReader(ReadLimits.DEFAULT).read(file, null)).isEqualTo(new ReadOutcome.Read(contents));
    }
}
