package org.essaim.bench.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** archive-ingest as it is shipped, ended as by a power cut while uploads are under way; fifty kills: {@code ./essaim bench ingest kills}. */
class KillsTest {

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void everyUploadShouldStandOnceWhenTheServiceIsKilled() throws IOException, InterruptedException {
        Options options = Options.parse("kills", "--kills", "4", "--folder", folder.toString());

        assertEquals(4, new KillsBench(options).run().get("kills"));
    }
}
