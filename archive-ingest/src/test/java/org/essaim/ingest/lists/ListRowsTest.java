package org.essaim.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.essaim.ingest.archive.ArchiveContents;
import org.junit.jupiter.api.Test;

class ListRowsTest {

    @Test
    void contentsShouldBeReadAsTheyWereWritten() {
        ArchiveContents contents = ListsFixture.contents(5, 6);

        assertThat(ListRows.read(ListRows.write(contents), contents.generatedAt()))
                .isEqualTo(contents);
    }

    /** Rows of before say nothing of it, and end earlier. */
    @Test
    void rowsThatDoNotSayWhatWasIncompleteShouldBeWhole() {
        ArchiveContents contents = ListsFixture.contents(5, 6);
        Map<ListKind, byte[]> rows = ListRows.write(contents);
        int saidOfMutes = Integer.BYTES + Short.BYTES + "MUTES".length();
        rows.computeIfPresent(ListKind.ORIGIN, (kind, row) -> Arrays.copyOf(row, row.length - saidOfMutes));

        ArchiveContents read = ListRows.read(rows, contents.generatedAt());

        assertThat(read.incomplete()).isEqualTo(Set.of());
        assertThat(read.problems()).isEqualTo(contents.problems());
    }
}
