package org.essaim.gateway.rest.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** One example for each schema that a body has, from {@code openapi/examples.json}; a list of it is an example of a list. */
final class Examples {

    private static final String FILE = "/openapi/examples.json";

    private final Map<String, Object> bySchema;

    private Examples(Map<String, Object> bySchema) {
        this.bySchema = bySchema;
    }

    static Examples load() {
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream(FILE), FILE)) {
            return new Examples(new ObjectMapper().readValue(file, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code madeUp} gives what the file does not have. */
    void addTo(Operation operation, MadeUpExamples madeUp) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent(), madeUp);
        }
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .getAPIResponses()
                    .forEach((status, response) -> addTo(response.getContent(), madeUp));
        }
    }

    private void addTo(@Nullable Content content, MadeUpExamples madeUp) {
        if (content != null) {
            content.getMediaTypes().forEach((type, body) -> {
                if (type.endsWith("json")) {
                    addTo(body, madeUp);
                }
            });
        }
    }

    private void addTo(MediaType body, MadeUpExamples madeUp) {
        if (body.getExample() == null && body.getSchema() != null) {
            Object written = of(body.getSchema());
            body.setExample(written == null ? madeUp.of(body.getSchema()) : written);
        }
    }

    private @Nullable Object of(Schema schema) {
        if (schema.getRef() != null) {
            return bySchema.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
        }
        if (schema.getItems() != null) {
            Object item = of(schema.getItems());
            return item == null ? null : List.of(item);
        }
        return null;
    }
}
