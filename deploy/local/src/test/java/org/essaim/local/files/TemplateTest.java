package org.essaim.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    @TempDir
    private Path place;

    @Test
    void folderShouldBeginWithWhatTheTemplateKept() throws Exception {
        Template template = new Template(place.resolve("cache/stores"));
        try (DataFolder first = DataFolder.open(place.resolve("first"));
                DataFolder second = DataFolder.open(place.resolve("second"))) {
            String password = Secrets.in(first).password("postgres");
            Files.writeString(first.folder("postgres/cluster").resolve("PG_VERSION"), "18");
            Files.setPosixFilePermissions(
                    first.path().resolve("postgres/cluster"), PosixFilePermissions.fromString("rwx------"));
            Files.writeString(first.folder("kafka").resolve("log"), "not kept");

            template.keep(first.path(), List.of("postgres", "secrets"));
            template.copyTo(second);

            Path cluster = second.path().resolve("postgres/cluster");
            assertThat(cluster.resolve("PG_VERSION")).hasContent("18");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster)))
                    .isEqualTo("rwx------");
            assertThat(Secrets.in(second).password("postgres")).isEqualTo(password);
            assertThat(second.path().resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void templateShouldBeMadeAnewWhenAnEarlierAttemptBrokeOff() throws Exception {
        Template template = new Template(place.resolve("stores"));
        Files.createDirectories(place.resolve("stores.unfinished/postgres"));
        Files.writeString(place.resolve("stores.unfinished/postgres/half"), "half");
        Files.createDirectories(place.resolve("data/postgres"));

        assertThat(template.exists()).isFalse();
        template.keep(place.resolve("data"), List.of("postgres"));

        assertThat(template.exists()).isTrue();
        assertThat(template.path().resolve("postgres/half")).doesNotExist();
        assertThat(place.resolve("stores.unfinished")).doesNotExist();
    }
}
