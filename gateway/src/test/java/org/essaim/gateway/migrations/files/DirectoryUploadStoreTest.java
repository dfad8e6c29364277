package org.essaim.gateway.migrations.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.essaim.gateway.migrations.UploadStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryUploadStoreTest {

    private static final UUID ARCHIVE = UUID.fromString("0192f0c1-2b1f-7000-8000-000000000001");

    @TempDir
    Path directory;

    @Test
    void bytesShouldBeKeptWholeUnderTheId() throws IOException {
        UploadStore.Outcome outcome = store().keep(ARCHIVE, stream("abc"), 3);

        assertThat(outcome)
                .isEqualTo(new UploadStore.Outcome.Kept(
                        "01/" + ARCHIVE, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(directory.resolve("uploads/01").resolve(ARCHIVE.toString())).hasContent("abc");
    }

    @Test
    void nothingShouldBeKeptWhenMoreThanTheLimitComes() throws IOException {
        assertThat(store().keep(ARCHIVE, stream("abcd"), 3)).isEqualTo(new UploadStore.Outcome.TooLarge());
        assertThat(directory.resolve("uploads/01")).isEmptyDirectory();
    }

    @Test
    void nothingShouldBeKeptWhenTheSenderGoesAway() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> store().keep(ARCHIVE, new SequenceInputStream(stream("ab"), broken), 10))
                .hasMessage("gone");
        assertThat(directory.resolve("uploads/01")).isEmptyDirectory();
    }

    private DirectoryUploadStore store() {
        return new DirectoryUploadStore(directory.resolve("uploads"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
