package org.essaim.contracts.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The promised files, as they lie in the module. */
final class ContractFiles {

    static final Path RESOURCES = Path.of("src", "main", "resources");
    static final Path VALID = RESOURCES.resolve("examples/valid");
    static final Path INVALID = RESOURCES.resolve("examples/invalid");
    static final Path RELEASED = Path.of("released", "v1");
    static final String SCHEMA_SUFFIX = ".v1.schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractFiles() {}

    /** Every schema of v1 by its name: a record's, {@code common} or {@code extract}. */
    static Map<String, JsonNode> schemas() {
        return schemasIn(RESOURCES.resolve("schemas"));
    }

    static Map<String, JsonNode> schemasIn(Path folder) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (Path file : filesIn(folder)) {
            schemas.put(file.getFileName().toString().replace(SCHEMA_SUFFIX, ""), json(file));
        }
        return schemas;
    }

    /** The files of a folder by name; none when it does not exist. */
    static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return json(text(file));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
