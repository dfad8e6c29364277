package org.essaim.contracts.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds a JSON text to a schema of the contracts, formats included; asks no network for a schema. */
final class SchemaValidation {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(byId()));

    private SchemaValidation() {}

    static List<Error> errors(String schema, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(idOf(schema)))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static String idOf(String schema) {
        return "https://essaim.org/schemas/" + schema + ContractFiles.SCHEMA_SUFFIX;
    }

    private static Map<String, String> byId() {
        return ContractFiles.schemas().values().stream()
                .collect(Collectors.toMap(schema -> schema.path("$id").asText(), JsonNode::toString));
    }
}
