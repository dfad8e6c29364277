package org.essaim.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompleteTest {

    private static Rendering complete;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        complete = Rendering.of("overlays/complete");
    }

    static List<Topic> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void topicShouldHaveTheSettingsOfTheContracts(Topic topic) {
        JsonNode spec = complete.named("KafkaTopic", topic.name()).path("spec");
        Map<String, String> config = new LinkedHashMap<>();
        spec.path("config")
                .properties()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        Map<String, String> expected = new LinkedHashMap<>(topic.config());
        expected.put("min.insync.replicas", "2");

        assertThat(spec.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(spec.path("replicas").asInt()).isEqualTo(3);
        assertThat(config).isEqualTo(expected);
    }

    @Test
    void thereShouldBeNoOtherTopic() {
        assertThat(complete.ofKind("KafkaTopic").map(Rendering::nameOf))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void everyDatabaseThatAServiceNamesShouldExist() {
        Set<String> databases = complete.ofKind("Database")
                .map(database -> database.at("/spec/name").asText())
                .collect(Collectors.toSet());
        databases.add(complete.named("Cluster", "essaim")
                .at("/spec/bootstrap/initdb/database")
                .asText());

        assertThat(complete.ofKind("Deployment")
                        .flatMap(deployment -> deployment.findValues("env").stream())
                        .flatMap(env -> env.findValuesAsText("value").stream())
                        .filter(value -> value.startsWith("jdbc:postgresql:"))
                        .map(url -> url.substring(url.lastIndexOf('/') + 1)))
                .hasSize(3)
                .allMatch(databases::contains);
        assertThat(databases).contains("keycloak");
    }

    @Test
    void everyResourceShouldStandInTheNamespace() {
        assertThat(complete.resources().stream()
                        .filter(resource -> !resource.path("kind").asText().equals("Namespace")))
                .allSatisfy(resource ->
                        assertThat(resource.at("/metadata/namespace").asText()).isEqualTo("essaim"));
    }
}
