package org.essaim.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path place;

    @Test
    void folderShouldBeForItsOwnerOnly() throws Exception {
        try (DataFolder folder = DataFolder.open(place.resolve("up"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void folderShouldBeRefusedWhileAnotherLauncherHasIt() throws Exception {
        Path up = place.resolve("up");
        try (DataFolder first = DataFolder.open(up)) {
            assertThatThrownBy(() -> DataFolder.open(up))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(first.path().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void folderShouldBeEmptyAfterAWipe() throws Exception {
        try (DataFolder folder = DataFolder.open(place.resolve("demo"))) {
            Files.writeString(folder.folder("logs").resolve("kafka.log"), "old");

            folder.wipe();

            assertThat(folder.path()).isDirectoryNotContaining("glob:**/logs");
        }
    }

    @Test
    void secretsShouldBeMadeOnceAndKept() throws Exception {
        try (DataFolder folder = DataFolder.open(place.resolve("up"))) {
            String password = Secrets.in(folder).password("postgres");
            String keys = Secrets.in(folder).keys("ingest-keys");

            Secrets again = Secrets.in(folder);
            assertThat(again.password("postgres")).isEqualTo(password).hasSize(32);
            assertThat(again.keys("ingest-keys")).isEqualTo(keys).startsWith("k1:");
        }
    }

    @Test
    void secretsShouldBeForTheirOwnerOnly() throws Exception {
        try (DataFolder folder = DataFolder.open(place.resolve("up"))) {
            Secrets secrets = Secrets.in(folder);
            secrets.password("postgres");

            Path file = folder.path().resolve("secrets");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
