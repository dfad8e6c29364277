package org.essaim.gateway.rest.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** An example for a schema that nobody wrote one for: the first of each choice, and a plain value of each type. */
final class MadeUpExamples {

    private static final int DEEPEST = 8;

    private final Map<String, Schema> schemas;

    MadeUpExamples(Map<String, Schema> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    @Nullable
    Object of(@Nullable Schema schema) {
        return of(schema, 0);
    }

    private @Nullable Object of(@Nullable Schema schema, int depth) {
        if (schema == null || depth > DEEPEST) {
            return null;
        }
        if (schema.getRef() != null) {
            return of(schemas.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)), depth + 1);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        Schema part = first(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf());
        if (part != null) {
            return of(part, depth + 1);
        }
        return ofType(schema, type(schema), depth);
    }

    @SafeVarargs
    private static @Nullable Schema first(@Nullable List<Schema>... choices) {
        for (List<Schema> choice : choices) {
            if (choice != null && !choice.isEmpty()) {
                return choice.getFirst();
            }
        }
        return null;
    }

    private static @Nullable SchemaType type(Schema schema) {
        List<SchemaType> types = schema.getType();
        return types == null
                ? null
                : types.stream()
                        .filter(type -> type != SchemaType.NULL)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Object ofType(Schema schema, @Nullable SchemaType type, int depth) {
        return switch (type) {
            case null -> null;
            case STRING -> text(schema);
            case INTEGER, NUMBER -> 1;
            case BOOLEAN -> true;
            case NULL -> null;
            case ARRAY -> {
                Object item = of(schema.getItems(), depth + 1);
                yield item == null ? List.of() : List.of(item);
            }
            case OBJECT -> object(schema, depth);
        };
    }

    private Map<String, Object> object(Schema schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                Object value = of(property, depth + 1);
                if (value != null) {
                    object.put(name, value);
                }
            });
        }
        return object;
    }

    private static String text(Schema schema) {
        return switch (schema.getFormat()) {
            case "uuid" -> "0199d3c2-7a10-7c41-9b8e-0f6f2f6a1c01";
            case "date-time" -> "2026-11-24T10:00:00Z";
            case "uri" -> "https://essaim.example/";
            case null, default -> schema.getPattern() == null ? "text" : "1";
        };
    }
}
