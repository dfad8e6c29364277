package org.essaim.matcher.kafka.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatcherSettingsTest {

    private static MatcherSettings settings(Map<String, String> properties) {
        return MatcherSettings.of(new SmallRyeConfigBuilder()
                .withMapping(MatcherConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(MatcherConfig.class));
    }

    @Test
    void settingsShouldHaveTheirDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new MatcherSettings(
                        "matcher-service", Optional.empty(), 1, Duration.ofSeconds(30), Duration.ofSeconds(1), 2000));
    }

    @Test
    void everyKeyShouldBeRead() {
        Map<String, String> properties = Map.of(
                "essaim.matcher.group", "other",
                "essaim.matcher.instance-id", "matcher-0",
                "essaim.matcher.loops", "2",
                "essaim.matcher.session-timeout", "10s",
                "essaim.matcher.commit-interval", "5s",
                "essaim.matcher.lists-at-once", "100");

        assertThat(settings(properties))
                .isEqualTo(new MatcherSettings(
                        "other", Optional.of("matcher-0"), 2, Duration.ofSeconds(10), Duration.ofSeconds(5), 100));
    }

    @Test
    void impossibleNumbersShouldBeRefused() {
        assertThatThrownBy(() -> settings(Map.of("essaim.matcher.loops", "0")))
                .hasMessageContaining("essaim.matcher.loops");
        assertThatThrownBy(() -> settings(Map.of("essaim.matcher.lists-at-once", "0")))
                .hasMessageContaining("essaim.matcher.lists-at-once");
    }

    @Test
    void unknownKeyShouldBeRefused() {
        assertThatThrownBy(() -> settings(Map.of("essaim.matcher.instanceid", "x")))
                .hasMessageContaining("essaim.matcher.instanceid");
    }
}
