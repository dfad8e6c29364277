package org.essaim.ingest.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.UploadEvent;
import org.essaim.ingest.SweepUploads;
import org.essaim.ingest.uploads.files.FileUploadStore;
import org.essaim.ingest.work.UploadWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepUploadsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    Path directory;

    /** Work in which only the upload "settled" was read. */
    private static final UploadWork WORK = new UploadWork() {
        @Override
        public void add(List<UploadEvent> events) {
            throw new AssertionError("a sweep lays down no work");
        }

        @Override
        public boolean isSettled(String reference) {
            return reference.equals("settled");
        }
    };

    private void upload(String name, Duration age) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private int sweep(Path folder) throws IOException {
        return new SweepUploads(new FileUploadStore(folder), WORK, Duration.ofHours(24), () -> NOW).sweep();
    }

    @Test
    void uploadsShouldGoWhenSettledOrTooOld() throws IOException {
        upload("waiting", Duration.ofHours(23));
        upload("settled", Duration.ofMinutes(1));
        upload("old", Duration.ofHours(25));
        upload("3f/waiting", Duration.ofHours(23));
        upload("3f/old", Duration.ofHours(25));
        upload(".broken", Duration.ofHours(25));

        assertThat(sweep(directory)).isEqualTo(4);

        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("waiting", "3f");
        assertThat(directory.resolve("3f").toFile().list()).containsExactly("waiting");
    }

    /** Files as they are, but that one of them cannot be deleted. */
    private record Stubborn(UploadStore files, String kept) implements UploadStore {

        @Override
        public Optional<Path> find(String reference) {
            return files.find(reference);
        }

        @Override
        public void delete(String reference) throws IOException {
            if (reference.equals(kept)) {
                throw new AccessDeniedException(reference);
            }
            files.delete(reference);
        }

        /** The one that cannot be deleted comes first. */
        @Override
        public List<Waiting> waiting() throws IOException {
            return files.waiting().stream()
                    .sorted(Comparator.comparing(upload -> !upload.reference().equals(kept)))
                    .toList();
        }
    }

    @Test
    void oneFileThatCannotBeDeletedShouldNotKeepTheOthers() throws IOException {
        upload("kept", Duration.ofHours(25));
        upload("old", Duration.ofHours(25));
        upload("settled", Duration.ofMinutes(1));
        SweepUploads sweep = new SweepUploads(
                new Stubborn(new FileUploadStore(directory), "kept"), WORK, Duration.ofHours(24), () -> NOW);

        assertThatThrownBy(sweep::sweep)
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(AccessDeniedException.class);

        assertThat(directory.toFile().list()).containsExactly("kept");
    }

    @Test
    void whatIsTooOldShouldGoWhenNobodyCanSayWhatIsSettled() throws IOException {
        upload("a-young-one", Duration.ofHours(1));
        upload("old", Duration.ofHours(25));
        UploadWork away = new UploadWork() {
            @Override
            public void add(List<UploadEvent> events) {
                throw new AssertionError("a sweep lays down no work");
            }

            @Override
            public boolean isSettled(String reference) {
                throw new IllegalStateException("the database is away");
            }
        };

        assertThatThrownBy(() ->
                        new SweepUploads(new FileUploadStore(directory), away, Duration.ofHours(24), () -> NOW).sweep())
                .isInstanceOf(IllegalStateException.class);

        assertThat(directory.toFile().list()).containsExactly("a-young-one");
    }

    @Test
    void missingFolderShouldHoldNothing() throws IOException {
        assertThat(sweep(directory.resolve("none"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "3f/../../outside", "/etc/passwd", "a/b", "3f/", "3f/..", "..", ""})
    void referenceShouldNeverLeadOutOfTheFolder(String reference) throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Files.writeString(directory.resolve("outside"), "x");
        FileUploadStore store = new FileUploadStore(inner);

        store.delete(reference);

        assertThat(store.find(reference)).isEmpty();
        assertThat(directory.resolve("outside")).exists();
    }
}
