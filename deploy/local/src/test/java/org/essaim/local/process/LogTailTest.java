package org.essaim.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void tailShouldBeTheLastLinesAsTheyStand() throws Exception {
        assertThat(LogTail.of(log("one", "two", "three"), 2)).containsExactly("two", "three");
    }

    @Test
    void jsonShouldBecomeWordsWithTheReasonsOfAnException() throws Exception {
        Path log = log("""
                {"timestamp":"2026-11-22T22:49:36Z","level":"ERROR","message":"Failed to start",\
                "exception":{"exceptionType":"A","message":"first","causedBy":{"exception":{"exceptionType":"B",\
                "message":"last"}}}}""");

        assertThat(LogTail.of(log, 5)).containsExactly("ERROR Failed to start; because of first; because of last");
    }

    @Test
    void lineThatIsCutOffShouldStandAsItIs() throws Exception {
        String half = "{\"timestamp\":\"2026-11-22T22:49:36Z\",\"lev";

        assertThat(LogTail.of(log(half), 5)).containsExactly(half);
    }

    @Test
    void tailShouldSayWhenThereIsNoLog() {
        assertThat(LogTail.of(folder.resolve("none.log"), 5))
                .singleElement()
                .asString()
                .startsWith("(its log cannot be read");
    }

    private Path log(String... lines) throws Exception {
        return Files.write(folder.resolve("child.log"), List.of(lines));
    }
}
