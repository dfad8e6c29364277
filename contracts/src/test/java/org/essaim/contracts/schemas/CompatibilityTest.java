package org.essaim.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds each schema to the one that landed, under {@code released/}. {@code -Dessaim.contracts.record=true} records a new
 * schema or new optional fields on purpose; what breaks a reader cannot be recorded, it is a new version and an ADR.
 */
class CompatibilityTest {

    private static final boolean RECORD = Boolean.getBoolean("essaim.contracts.record");

    static Set<String> schemas() {
        return ContractFiles.schemas().keySet();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemaShouldBeTheOneThatLanded(String name) throws IOException {
        JsonNode current = ContractFiles.schemas().get(name);
        JsonNode released = ContractFiles.schemasIn(ContractFiles.RELEASED).get(name);
        if (released != null) {
            assertThat(SchemaCompatibility.breaks(released, current)).isEmpty();
        }
        if (RECORD) {
            Path landed = Files.createDirectories(ContractFiles.RELEASED).resolve(name + ContractFiles.SCHEMA_SUFFIX);
            Files.writeString(landed, current.toPrettyString() + "\n");
        } else {
            assertThat(current)
                    .as("%s has new fields: record them with -Dessaim.contracts.record=true", name)
                    .isEqualTo(released);
        }
    }

    @Test
    void everySchemaThatLandedShouldStand() {
        assertThat(schemas())
                .containsAll(ContractFiles.schemasIn(ContractFiles.RELEASED).keySet());
    }

    @Test
    void newOptionalFieldShouldBeCompatible() {
        assertThatChange(schema -> properties(schema).putObject("note").put("type", "string"))
                .isEmpty();
    }

    @Test
    void newWordsShouldBeCompatible() {
        assertThatChange(schema -> schema.put("description", "Said better.")).isEmpty();
    }

    @Test
    void removedFieldShouldBeRefused() {
        assertThatChange(schema -> properties(schema).remove("run")).containsExactly("#/properties/run is gone");
    }

    @Test
    void newRequiredFieldShouldBeRefused() {
        assertThatChange(schema -> {
                    properties(schema).putObject("note").put("type", "string");
                    required(schema).add("note");
                })
                .singleElement()
                .asString()
                .startsWith("#/required was");
    }

    @Test
    void fieldThatIsRequiredNoMoreShouldBeRefused() {
        assertThatChange(schema -> required(schema).remove(0)).hasSize(1);
    }

    @Test
    void changedTypeShouldBeRefused() {
        assertThatChange(schema -> ((ObjectNode) properties(schema).get("sequence")).put("type", "string"))
                .containsExactly("#/properties/sequence/type was \"integer\" and is \"string\"");
    }

    @Test
    void changedTypeShouldBeRefusedWhenNested() {
        assertThatChange(schema -> ((ObjectNode) schema.at("/properties/follows/items/properties/closeness"))
                        .put("type", "number"))
                .hasSize(1);
    }

    @Test
    void narrowedFieldShouldBeRefused() {
        assertThatChange(schema -> ((ObjectNode) properties(schema).get("follows")).put("maxItems", 100))
                .hasSize(1);
    }

    @Test
    void removedEnumValueShouldBeRefused() {
        assertThatChange("FollowCancelled", schema -> enumOf(schema, "reason").remove(0))
                .singleElement()
                .asString()
                .startsWith("#/properties/reason/enum was");
    }

    @Test
    void newEnumValueShouldBeRefused() {
        assertThatChange("FollowCancelled", schema -> enumOf(schema, "reason").add("BORED"))
                .hasSize(1);
    }

    private static ListAssert<String> assertThatChange(Consumer<ObjectNode> change) {
        return assertThatChange("FollowPlanned", change);
    }

    private static ListAssert<String> assertThatChange(String name, Consumer<ObjectNode> change) {
        JsonNode released = ContractFiles.schemas().get(name);
        ObjectNode current = released.deepCopy();
        change.accept(current);
        return assertThat(SchemaCompatibility.breaks(released, current));
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.get("required");
    }

    private static ArrayNode enumOf(ObjectNode schema, String field) {
        return (ArrayNode) properties(schema).get(field).get("enum");
    }
}
