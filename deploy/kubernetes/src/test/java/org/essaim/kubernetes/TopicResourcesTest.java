package org.essaim.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.junit.jupiter.api.Test;

/** The topics of the Strimzi component are written from the contracts: {@code -Dessaim.kubernetes.record=true} does it. */
class TopicResourcesTest {

    private static final Path FILE = Path.of("components", "strimzi", "topics.yaml");

    @Test
    void fileShouldHoldEveryTopicOfTheContracts() throws IOException {
        String expected = Topics.all().stream()
                .map(TopicResourcesTest::resource)
                .collect(Collectors.joining(
                        "---\n", "# Written from the contracts by TopicResourcesTest; change them there.\n", ""));
        if (Boolean.getBoolean("essaim.kubernetes.record")) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE)).isEqualTo(expected);
    }

    private static String resource(Topic topic) {
        Map<String, String> config = new TreeMap<>(topic.config());
        config.put("min.insync.replicas", "2");
        String lines = config.entrySet().stream()
                .map(entry -> "    " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        return """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaTopic
        metadata:
          name: %s
          namespace: essaim
          labels:
            strimzi.io/cluster: essaim
        spec:
          partitions: %d
          replicas: 3
          config:
        %s\
        """.formatted(topic.name(), topic.partitions(), lines);
    }
}
