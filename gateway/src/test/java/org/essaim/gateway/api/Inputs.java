package org.essaim.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs after a schema of the document: most of them fit it, some are off in one place, some are nothing of the kind. */
final class Inputs {

    private static final int DEEPEST = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "0",
            "-1",
            "9223372036854775808",
            "1234567890123456789",
            "did:plc:one",
            "https://social.test/users/one",
            "ana.test",
            "null",
            "\u0000",
            "\uD83D\uDC1D\u200F",
            "'; drop table member; --",
            "%",
            "../..",
            "x".repeat(3000));

    private final JsonNode document;
    private final SplittableRandom random;

    Inputs(JsonNode document, SplittableRandom random) {
        this.document = document;
        this.random = random;
    }

    String text(JsonNode schema) {
        JsonNode value = value(schema, 0);
        return value.isValueNode() ? value.asText() : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (depth > DEEPEST || random.nextInt(12) == 0) {
            return nonsense();
        }
        if (schema.has("$ref")) {
            return value(document.at(schema.path("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return value(
                        schema.path(choice)
                                .path(random.nextInt(schema.path(choice).size())),
                        depth + 1);
            }
        }
        return ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.path(random.nextInt(type.size())).asText() : type.asText();
        return switch (name) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                JSON.numberNode(List.of(-1, 0, 1, 50, 200, 1 << 30).get(random.nextInt(6)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            default -> JSON.nullNode();
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(5) > 0) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        if (random.nextInt(6) == 0) {
            object.put("unheardOf", true);
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode nonsense() {
        return switch (random.nextInt(5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(1e300);
            case 2 -> JSON.arrayNode().add(JSON.objectNode());
            case 3 -> JSON.objectNode();
            default -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }
}
