package org.essaim.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/events.md} in step; {@code -Dessaim.contracts.record=true} writes it. */
class EventReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void pageShouldSayWhatTheDocumentSays() throws IOException {
        EventReference reference = new EventReference(
                new YAMLMapper().readTree(Files.readString(ContractFiles.RESOURCES.resolve("asyncapi.yaml"))),
                ContractFiles.schemas());
        if (Boolean.getBoolean("essaim.contracts.record")) {
            Files.writeString(PAGE, reference.page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(reference.page());
    }
}
