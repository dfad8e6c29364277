package org.essaim.testing.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A realm file and what is added to it: a broker that is configured, the users of a test.
 *
 * @param additions files with some of a realm's lists; their elements are appended to the realm's own
 */
public record RealmFiles(Path realm, List<Path> additions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public RealmFiles {
        additions = List.copyOf(additions);
    }

    /** A realm as its file says. */
    public static RealmFiles of(Path realm) {
        return new RealmFiles(realm, List.of());
    }

    /**
     * Writes the whole realm.
     *
     * @throws IOException when a file cannot be read, is no JSON object, or adds something that is no list
     */
    public void writeTo(Path target) throws IOException {
        ObjectNode whole = read(realm);
        for (Path addition : additions) {
            for (var entry : read(addition).properties()) {
                append(whole, entry.getKey(), entry.getValue(), addition);
            }
        }
        JSON.writeValue(target.toFile(), whole);
    }

    private static ObjectNode read(Path file) throws IOException {
        if (JSON.readTree(file.toFile()) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("not a JSON object: " + file);
    }

    private static void append(ObjectNode realm, String field, JsonNode elements, Path source) throws IOException {
        if (!(elements instanceof ArrayNode list)) {
            throw new IOException(field + " in " + source + " is not a list");
        }
        realm.withArrayProperty(field).addAll(list);
    }
}
