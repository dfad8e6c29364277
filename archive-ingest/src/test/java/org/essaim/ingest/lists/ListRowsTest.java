package org.essaim.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ArchiveContents;
import org.junit.jupiter.api.Test;

class ListRowsTest {

    @Test
    void contentsShouldBeReadAsTheyWereWritten() {
        ArchiveContents contents = ListsFixture.contents(5, 6);

        assertThat(ListRows.read(ListRows.write(contents), contents.generatedAt()))
                .isEqualTo(contents);
    }

    @Test
    void emptyListsShouldHaveNoRow() {
        ArchiveContents contents = ListsFixture.contents();
        Map<ListKind, byte[]> rows = ListRows.write(contents);

        assertThat(rows).doesNotContainKeys(ListKind.FOLLOWINGS, ListKind.CLOSENESS);
        assertThat(ListRows.read(rows, contents.generatedAt())).isEqualTo(contents);
        assertThat(ListRows.readIds(rows, ListKind.FOLLOWINGS)).isEqualTo(IdSet.EMPTY);
    }

    @Test
    void lostRowShouldBeMissed() {
        Map<ListKind, byte[]> rows = ListRows.write(ListsFixture.contents(5));
        rows.remove(ListKind.BLOCKS);

        assertThatThrownBy(() -> ListRows.read(rows, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ListRows.readIds(rows, ListKind.BLOCKS)).isInstanceOf(IllegalStateException.class);
    }

    /** Rows of before say nothing of it, and end earlier. */
    @Test
    void rowsThatDoNotSayWhatWasIncompleteShouldBeWhole() {
        ArchiveContents contents = ListsFixture.contents(5, 6);
        Map<ListKind, byte[]> rows = ListRows.write(contents);
        int saidOfMutes = Integer.BYTES + Short.BYTES + "MUTES".length();
        int saidOfRows = Integer.BYTES
                + rows.keySet().stream()
                        .filter(kind -> kind != ListKind.ORIGIN)
                        .mapToInt(kind -> Short.BYTES + kind.name().length())
                        .sum();
        rows.computeIfPresent(
                ListKind.ORIGIN, (kind, row) -> Arrays.copyOf(row, row.length - saidOfMutes - saidOfRows));

        ArchiveContents read = ListRows.read(rows, contents.generatedAt());

        assertThat(read.incomplete()).isEqualTo(Set.of());
        assertThat(read.problems()).isEqualTo(contents.problems());
    }
}
