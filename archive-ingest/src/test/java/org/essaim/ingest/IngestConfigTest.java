package org.essaim.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.essaim.ingest.archive.ReadLimits;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    private static IngestConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(IngestConfig.class);
    }

    @Test
    void defaultsShouldBeThoseOfTheReader() {
        IngestConfig config = config(Map.of("essaim.ingest.keys", "k:..."));

        assertThat(config.limits().toReadLimits()).isEqualTo(ReadLimits.DEFAULT);
        assertThat(config.uploads().longestWait()).isEqualTo(Duration.ofHours(24));
        assertThat(config.uploads().sweepEvery()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyKeyShouldBeTaken() {
        IngestConfig config = config(Map.of(
                "essaim.ingest.keys", "k:...",
                "essaim.ingest.uploads.longest-wait", "2h",
                "essaim.ingest.uploads.sweep-every", "3m",
                "essaim.ingest.limits.entries", "1",
                "essaim.ingest.limits.inflated", "2K",
                "essaim.ingest.limits.ratio", "3",
                "essaim.ingest.limits.followings", "4",
                "essaim.ingest.limits.ids-per-list", "5",
                "essaim.ingest.limits.extract", "6K"));

        assertThat(config.limits().toReadLimits()).isEqualTo(new ReadLimits(1, 2048, 3, 4, 5, 6144));
        assertThat(config.uploads().longestWait()).isEqualTo(Duration.ofHours(2));
        assertThat(config.uploads().sweepEvery()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.keys()).isEqualTo("k:...");
    }

    @Test
    void keysShouldBeRequired() {
        assertThatThrownBy(() -> config(Map.of())).hasMessageContaining("essaim.ingest.keys");
    }

    @Test
    void unknownKeyShouldStopTheService() {
        assertThatThrownBy(() -> config(Map.of("essaim.ingest.keys", "k:...", "essaim.ingest.limit.ratio", "3")))
                .hasMessageContaining("essaim.ingest.limit.ratio");
    }

    @Test
    void limitsThatLetNothingThroughShouldBeRefused() {
        IngestConfig config = config(Map.of("essaim.ingest.keys", "k:...", "essaim.ingest.limits.ratio", "0"));

        assertThatThrownBy(() -> config.limits().toReadLimits()).isInstanceOf(IllegalArgumentException.class);
    }
}
