package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    private static final Map<String, String> REQUIRED = Map.of(
            "essaim.gateway.client-secret", "one",
            "essaim.gateway.session-secret", "two",
            "essaim.gateway.eraser-secret", "three");

    @Test
    void defaultsShouldFitOneMachine() {
        GatewayConfig config = config(Map.of());

        assertThat(config.executorUrl()).isEqualTo(URI.create("http://127.0.0.1:8183"));
        assertThat(config.ingestUrl()).isEqualTo(URI.create("http://127.0.0.1:8181"));
        assertThat(config.fullArchives()).isFalse();
        assertThat(config.largestExtract().asLongValue()).isEqualTo(64L << 20);
        assertThat(config.largestArchive().asLongValue()).isEqualTo(2L << 30);
    }

    @Test
    void everyKeyShouldBeRead() {
        GatewayConfig config = config(Map.of(
                "essaim.gateway.executor-url", "https://executor.test",
                "essaim.gateway.ingest-url", "https://ingest.test",
                "essaim.gateway.full-archives", "true",
                "essaim.gateway.partners.observatory", "Observatory of Migrations",
                "essaim.gateway.largest-extract", "1M",
                "essaim.gateway.largest-archive", "3G"));

        assertThat(config.clientSecret()).isEqualTo("one");
        assertThat(config.sessionSecret()).isEqualTo("two");
        assertThat(config.executorUrl()).isEqualTo(URI.create("https://executor.test"));
        assertThat(config.ingestUrl()).isEqualTo(URI.create("https://ingest.test"));
        assertThat(config.fullArchives()).isTrue();
        assertThat(config.partners()).containsExactly(Map.entry("observatory", "Observatory of Migrations"));
        assertThat(config.largestExtract().asLongValue()).isEqualTo(1L << 20);
        assertThat(config.largestArchive().asLongValue()).isEqualTo(3L << 30);
    }

    @Test
    void startShouldStopWhenAKeyIsUnknown() {
        assertThatThrownBy(() -> config(Map.of("essaim.gateway.full-archive", "true")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("full-archive");
    }

    private static GatewayConfig config(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(given);
        return new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
