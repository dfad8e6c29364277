package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.loose.LooseParts;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of archives as files, in no language of their own, so that a reader in another one can be held against the same. */
class ArchiveVectorsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path VECTORS = Path.of("src/test/vectors");

    @TempDir
    Path directory;

    static List<String> vectors() throws IOException {
        try (Stream<Path> files = Files.list(VECTORS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void archiveShouldGiveWhatItsVectorSays(String name) throws IOException {
        ObjectNode vector = (ObjectNode) JSON.readTree(VECTORS.resolve(name).toFile());
        Path file = Files.write(directory.resolve("upload"), bytes(vector));

        JsonNode found = told(read(file, limits(vector), owner(vector)));

        if (!vector.has("expected") && Boolean.getBoolean("essaim.vectors.write")) {
            vector.set("expected", found);
            Files.writeString(VECTORS.resolve(name), JSON.writeValueAsString(vector) + "\n");
        }
        assertThat(found).isEqualTo(vector.path("expected"));
    }

    private static byte[] bytes(JsonNode vector) throws IOException {
        if (vector.has("zip")) {
            return vector.path("zip").binaryValue();
        }
        if (vector.has("text")) {
            return vector.path("text").asText().getBytes(StandardCharsets.UTF_8);
        }
        ZipShape zip = ZipShape.empty();
        vector.path("files").properties().forEach(entry -> zip.with(entry.getKey(), text(entry.getValue())));
        return zip.toBytes();
    }

    private static String text(JsonNode file) {
        return file.isTextual()
                ? file.asText()
                : file.path("before").asText()
                        + file.path("repeat").asText().repeat(file.path("times").asInt())
                        + file.path("after").asText();
    }

    private static @Nullable XId owner(JsonNode vector) {
        return vector.has("owner") ? XId.of(vector.path("owner").asText()) : null;
    }

    private static ReadLimits limits(JsonNode vector) {
        JsonNode limits = vector.path("limits");
        return limits.isMissingNode()
                ? ReadLimits.DEFAULT
                : new ReadLimits(
                        limits.path("entries").asLong(),
                        limits.path("inflatedBytes").asLong(),
                        limits.path("ratio").asInt(),
                        limits.path("followings").asInt(),
                        limits.path("idsPerList").asInt(),
                        ReadLimits.DEFAULT.extractBytes());
    }

    private static ReadOutcome read(Path file, ReadLimits limits, @Nullable XId owner) throws IOException {
        return new PartwiseReader(LooseParts.orZip(ZipArchive.under(limits), limits), new ScriptPartParser(), limits)
                .countingMessages()
                .read(file, owner);
    }

    private static JsonNode told(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Refused refused ->
                JSON.createObjectNode().put("refused", refused.reason().name());
            case ReadOutcome.Read(ArchiveContents contents) -> told(contents);
        };
    }

    private static ObjectNode told(ArchiveContents contents) {
        ObjectNode told = JSON.createObjectNode();
        ObjectNode owner = told.putObject("owner");
        owner.put("xId", contents.owner().xId().asString());
        owner.put("handle", contents.owner().handle());
        owner.put("name", contents.owner().name());
        told.put(
                "generatedAt",
                contents.generatedAt() == null ? null : contents.generatedAt().toString());
        ids(told.putArray("followings"), contents.followings());
        ids(told.putArray("followers"), contents.followers());
        ids(told.putArray("blocks"), contents.blocks());
        ids(told.putArray("mutes"), contents.mutes());
        ArrayNode closeness = told.putArray("closeness");
        for (long id : contents.closeness().toArray()) {
            closeness.add(Long.toString(id));
        }
        ArrayNode sightings = told.putArray("sightings");
        contents.sightings()
                .forEach(sighting -> sightings
                        .addObject()
                        .put("xId", sighting.xId().asString())
                        .put("handle", sighting.handle())
                        .put("seenAt", sighting.seenAt().toString()));
        ArrayNode incomplete = told.putArray("incomplete");
        contents.incomplete().stream().map(ListName::property).sorted().forEach(incomplete::add);
        return told.put("problems", contents.problems().size());
    }

    private static void ids(ArrayNode into, IdSet ids) {
        for (int i = 0; i < ids.size(); i++) {
            into.add(Long.toString(ids.get(i)));
        }
    }
}
