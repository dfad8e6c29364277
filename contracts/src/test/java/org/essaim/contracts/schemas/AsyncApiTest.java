package org.essaim.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the AsyncAPI document to the topics, the records, the schemas and the examples. */
class AsyncApiTest {

    private static final Path FILE = ContractFiles.RESOURCES.resolve("asyncapi.yaml");
    private static final JsonNode DOCUMENT = document();
    private static final Set<String> SERVICES =
            Set.of("archive-ingest", "matcher-service", "follow-executor", "gateway");
    private static final String DEAD_LETTERS = "{topic}.dlq";

    static List<Topic> topics() {
        return Stream.concat(Topics.flow().stream(), Stream.of(Topics.ERASURES)).toList();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void channelShouldHaveTheSettingsOfItsTopic(Topic topic) {
        JsonNode channel = channel(topic.name());

        assertThat(channel.at("/bindings/kafka/topic").asText()).isEqualTo(topic.name());
        assertThat(channel.at("/x-key/name").asText()).isEqualTo(topic.key());
        assertThatSettingsAreThoseOf(topic, channel);
    }

    @Test
    void deadLettersShouldBeThoseOfEveryTopic() {
        JsonNode channel = channel(DEAD_LETTERS);

        assertThat(texts(channel.at("/parameters/topic/enum")))
                .containsExactlyElementsOf(
                        Topics.flow().stream().map(Topic::name).toList());
        assertThat(Topics.flow()).allSatisfy(topic -> assertThatSettingsAreThoseOf(topic.deadLetters(), channel));
    }

    @Test
    void everyChannelShouldBeATopicOrItsDeadLetters() {
        Set<String> addresses = new TreeSet<>(Set.of(DEAD_LETTERS));
        topics().forEach(topic -> addresses.add(topic.name()));

        assertThat(channels().map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void everyRecordShouldTravelInExactlyOneChannel() {
        List<String> carried = new ArrayList<>();
        channels()
                .forEach(channel -> channel.path("messages")
                        .forEach(message ->
                                carried.add(resolve(message).path("name").asText())));
        Set<String> expected = new TreeSet<>(CloudEvent.types().keySet());
        expected.addAll(Set.of("FollowList", "DeadLetter"));

        assertThat(carried).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyMessageShouldCarryTheSchemaAndAllExamplesOfItsRecord() {
        CloudEvent.types().forEach((ceType, type) -> {
            String name = type.getSimpleName();
            JsonNode message = DOCUMENT.at("/components/messages/" + name);
            assertThat(message.path("name").asText()).isEqualTo(ceType);
            assertThat(message.at("/headers/$ref").asText()).isEqualTo("#/components/schemas/CloudEventHeaders");
            assertThat(message.at("/payload/schema/$ref").asText())
                    .isEqualTo("./schemas/" + name + ContractFiles.SCHEMA_SUFFIX);
            assertThat(stream(message.path("examples"))
                            .map(example -> example.at("/payload/$ref").asText()))
                    .containsExactlyElementsOf(examplesOf(name));
        });
    }

    @Test
    void headersShouldBeThoseThatAreSent() {
        JsonNode headers = DOCUMENT.at("/components/schemas/CloudEventHeaders");

        assertThat(texts(headers.path("required")))
                .containsExactlyElementsOf(new CloudEvent("id", "/essaim/gateway", Instant.EPOCH, "")
                        .headers()
                        .keySet());
    }

    @Test
    void everyReferenceToAFileShouldLeadToOne() {
        assertThat(DOCUMENT.findValuesAsText("$ref").stream().filter(reference -> reference.startsWith("./")))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(ContractFiles.RESOURCES.resolve(reference)).isRegularFile());
    }

    @Test
    void everyReferenceInsideShouldLeadSomewhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref").stream().filter(reference -> reference.startsWith("#")))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyChannelShouldHaveASenderAndAReceiver() {
        Map<String, Set<String>> actions = new LinkedHashMap<>();
        DOCUMENT.path("operations").forEach(operation -> {
            assertThat(operation.path("x-service").asText()).isIn(SERVICES);
            String address = resolve(operation.path("channel")).path("address").asText();
            actions.computeIfAbsent(address, unknown -> new TreeSet<>())
                    .add(operation.path("action").asText());
        });

        assertThat(actions.keySet())
                .isEqualTo(channels()
                        .map(channel -> channel.path("address").asText())
                        .collect(Collectors.toSet()));
        assertThat(actions).allSatisfy((address, found) -> assertThat(found).containsExactly("receive", "send"));
    }

    private static void assertThatSettingsAreThoseOf(Topic topic, JsonNode channel) {
        Map<String, String> config = new LinkedHashMap<>();
        channel.at("/bindings/kafka/topicConfiguration")
                .properties()
                .forEach(entry -> config.put(
                        entry.getKey(),
                        entry.getValue().isArray()
                                ? String.join(",", texts(entry.getValue()))
                                : entry.getValue().asText()));

        assertThat(config).isEqualTo(topic.config());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
    }

    private static List<String> examplesOf(String record) {
        return ContractFiles.filesIn(ContractFiles.VALID).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.equals(record + ".json") || name.startsWith(record + "-"))
                .sorted()
                .map(name -> "./examples/valid/" + name)
                .toList();
    }

    private static JsonNode channel(String address) {
        return channels()
                .filter(channel -> channel.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel " + address));
    }

    private static Stream<JsonNode> channels() {
        return stream(DOCUMENT.path("channels"));
    }

    private static JsonNode resolve(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
