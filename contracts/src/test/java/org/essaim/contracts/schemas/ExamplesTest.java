package org.essaim.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.contracts.json.UnreadableEventException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A valid example is named {@code RECORD.json} or {@code RECORD-variant.json}; an invalid one {@code RECORD.WHY-FIELD.json}
 * and fails at that field, for that reason and no other.
 */
class ExamplesTest {

    private static final Map<String, Set<String>> KEYWORDS = Map.ofEntries(
            Map.entry("missing", Set.of("required")),
            Map.entry("needless", Set.of("not")),
            Map.entry("unknown", Set.of("enum")),
            Map.entry("other", Set.of("const")),
            Map.entry("malformed", Set.of("pattern", "format")),
            Map.entry("negative", Set.of("minimum")),
            Map.entry("wrong-type", Set.of("type")),
            Map.entry("too-many", Set.of("maxItems")),
            Map.entry("too-few", Set.of("minItems")),
            Map.entry("too-large", Set.of("maximum")));

    /** What a writer must keep to and a reader lets pass: it can be understood all the same. */
    private static final Set<String> ONLY_THE_SCHEMA_REFUSES = Set.of(
            "ArchiveUploaded.malformed-sha256",
            "ArchiveUploaded.negative-sizeBytes",
            "ErasureNoted.malformed-mark",
            "MemberMatches.too-few-evidence",
            "MemberMatches.too-large-bucket");

    static List<Path> valid() {
        return ContractFiles.filesIn(ContractFiles.VALID);
    }

    static List<Path> invalid() {
        return ContractFiles.filesIn(ContractFiles.INVALID);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validExampleShouldKeepToItsSchema(Path example) {
        assertThat(SchemaValidation.errors(schemaOf(example), ContractFiles.text(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validExampleShouldReadBackAsEqualJson(Path example) throws UnreadableEventException {
        if (isExtract(example)) {
            return;
        }
        Object read = EventJson.read(bytes(example), typeOf(example));

        String written = new String(EventJson.write(read), StandardCharsets.UTF_8);
        assertThat(ContractFiles.json(written)).isEqualTo(ContractFiles.json(example));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidExampleShouldBreakItsSchemaForTheReasonInItsName(Path example) {
        String why = nameOf(example).split("\\.", 2)[1];
        String reason = KEYWORDS.keySet().stream()
                .filter(prefix -> why.startsWith(prefix + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such reason: " + why));
        String field = why.substring(reason.length() + 1);

        List<Error> errors = SchemaValidation.errors(schemaOf(example), ContractFiles.text(example));

        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.getKeyword()).isIn(KEYWORDS.get(reason));
            assertThat(placeOf(error)).contains(field);
        });
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidExampleShouldBeUnreadableUnlessItCanBeUnderstood(Path example) {
        if (isExtract(example) || ONLY_THE_SCHEMA_REFUSES.contains(nameOf(example))) {
            return;
        }
        assertThatThrownBy(() -> EventJson.read(bytes(example), typeOf(example)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void everyRecordShouldHaveAValidAndAnInvalidExample() {
        Set<String> records =
                CloudEvent.types().values().stream().map(Class::getSimpleName).collect(Collectors.toSet());

        assertThat(valid().stream().map(ExamplesTest::schemaOf)).containsAll(records);
        assertThat(invalid().stream().map(ExamplesTest::schemaOf)).containsAll(records);
        assertThat(invalid().stream().map(ExamplesTest::nameOf)).containsAll(ONLY_THE_SCHEMA_REFUSES);
    }

    /** Where the instance is wrong and, for a missing or needless field, which rule of the schema says so. */
    private static String placeOf(Error error) {
        return error.getInstanceLocation() + " " + error.getProperty() + " " + error.getSchemaNode();
    }

    private static boolean isExtract(Path example) {
        return schemaOf(example).equals("extract");
    }

    private static Class<?> typeOf(Path example) {
        return CloudEvent.types().get("org.essaim." + schemaOf(example) + ".v1");
    }

    private static String schemaOf(Path example) {
        return nameOf(example).split("[.-]", 2)[0];
    }

    private static String nameOf(Path example) {
        return example.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static byte[] bytes(Path example) {
        return ContractFiles.text(example).getBytes(StandardCharsets.UTF_8);
    }
}
