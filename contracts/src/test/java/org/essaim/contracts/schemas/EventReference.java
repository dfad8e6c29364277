package org.essaim.contracts.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The page for people that says what the AsyncAPI document and the schemas say: each topic, its records, their fields. */
record EventReference(JsonNode document, Map<String, JsonNode> schemas) {

    private static final Map<String, String> SHARED = Map.of(
            "member", "member id",
            "uuid", "UUID",
            "xId", "X id, as text",
            "idSet", "packed X ids, base64",
            "instant", "time, UTC",
            "targetAccount", "target account");

    String page() {
        List<String> lines = new ArrayList<>();
        lines.add("# Events");
        lines.add("");
        lines.add(
                "What crosses a topic. Written from [asyncapi.yaml](../contracts/src/main/resources/asyncapi.yaml) and"
                        + " the schemas");
        lines.add("beside it by `EventReferenceTest`; change them there. Examples:"
                + " `contracts/src/main/resources/examples`.");
        lines.add("");
        lines.add(document.at("/info/description").asText().strip());
        lines.add("");
        lines.addAll(targetAccount());
        document.path("channels").forEach(channel -> lines.addAll(channel(channel)));
        return String.join("\n", lines) + "\n";
    }

    private List<String> targetAccount() {
        JsonNode account = schemas.get("common").at("/$defs/targetAccount");
        List<String> lines = new ArrayList<>(List.of(
                "A **target account** in a record: "
                        + account.path("description").asText(),
                ""));
        lines.addAll(fields(account));
        return lines;
    }

    private List<String> channel(JsonNode channel) {
        JsonNode kafka = channel.at("/bindings/kafka");
        List<String> lines = new ArrayList<>(List.of(
                "## " + channel.path("title").asText() + ": `"
                        + channel.path("address").asText() + "`",
                "",
                channel.path("description").asText(),
                "",
                "| | |",
                "|---|---|",
                "| key | " + channel.at("/x-key/name").asText() + ". "
                        + channel.at("/x-key/description").asText() + " |",
                "| sent by | " + services(channel, "send") + " |",
                "| received by | " + services(channel, "receive") + " |",
                "| partitions | " + kafka.path("partitions").asText() + " |",
                "| kept | " + kept(kafka.path("topicConfiguration")) + " |",
                ""));
        channel.path("messages").fieldNames().forEachRemaining(name -> lines.addAll(message(name)));
        return lines;
    }

    private List<String> message(String name) {
        JsonNode message = document.at("/components/messages/" + name);
        List<String> lines = new ArrayList<>(
                List.of("### " + name, "", message.path("summary").asText(), ""));
        if (message.has("description")) {
            lines.addAll(List.of(message.path("description").asText().strip(), ""));
        }
        if (schemas.containsKey(name)) {
            lines.addAll(fields(schemas.get(name)));
        }
        return lines;
    }

    private static List<String> fields(JsonNode schema) {
        List<String> lines = new ArrayList<>(List.of("| field | type | |", "|---|---|---|"));
        addFields("", schema, lines);
        lines.add("");
        return lines;
    }

    private static void addFields(String prefix, JsonNode schema, List<String> lines) {
        List<String> required = texts(schema.path("required")).toList();
        schema.path("properties").properties().forEach(field -> {
            String name = prefix + field.getKey();
            JsonNode type = field.getValue();
            String optional = required.contains(field.getKey()) ? "" : " (optional)";
            lines.add("| `" + name + "` | " + type(type) + optional + " | "
                    + type.path("description").asText() + " |");
            addFields(name + ".", type, lines);
            addFields(name + "[].", type.path("items"), lines);
        });
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return SHARED.get(reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (schema.has("enum")) {
            return texts(schema.path("enum")).map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "list of " + type(schema.path("items")) + most(schema);
            case "string" -> "text";
            case "integer" -> "whole number";
            default -> schema.path("type").asText();
        };
    }

    private static String most(JsonNode array) {
        return array.has("maxItems") ? ", at most " + array.path("maxItems").asText() : "";
    }

    private String services(JsonNode channel, String action) {
        return StreamSupport.stream(document.path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals(action))
                .filter(operation -> document.at(
                                operation.at("/channel/$ref").asText().substring(1))
                        .equals(channel))
                .map(operation -> operation.path("x-service").asText())
                .collect(Collectors.joining(", "));
    }

    private static String kept(JsonNode configuration) {
        return configuration.has("retention.ms")
                ? time(Duration.ofMillis(configuration.path("retention.ms").asLong()))
                : "the last value of each key; what is superseded or deleted is gone within 48 hours";
    }

    private static String time(Duration kept) {
        return kept.toDays() > 2 ? kept.toDays() + " days" : kept.toHours() + " hours";
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
