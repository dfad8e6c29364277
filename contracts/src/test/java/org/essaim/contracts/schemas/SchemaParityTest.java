package org.essaim.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each record to its schema: same fields, same types, same requiredness, same enum values. */
class SchemaParityTest {

    private static final String COMMON = "common.v1.schema.json#/$defs/";
    private static final Map<Class<?>, String> SHARED = Map.of(
            MemberId.class, COMMON + "member",
            UUID.class, COMMON + "uuid",
            XId.class, COMMON + "xId",
            IdSet.class, COMMON + "idSet",
            Instant.class, COMMON + "instant",
            TargetAccount.class, COMMON + "targetAccount");
    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class,
            "string",
            long.class,
            "integer",
            int.class,
            "integer",
            boolean.class,
            "boolean",
            Boolean.class,
            "boolean");

    static Stream<Class<?>> records() {
        return CloudEvent.types().values().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordShouldMatchItsSchema(Class<?> type) {
        assertThatRecordMatches(type, ContractFiles.schemas().get(type.getSimpleName()));
    }

    @Test
    void targetAccountShouldMatchTheSharedDefinition() {
        assertThatRecordMatches(
                TargetAccount.class, ContractFiles.schemas().get("common").at("/$defs/targetAccount"));
    }

    @Test
    void everySchemaShouldBelongToARecordOrBeShared() {
        Set<String> expected = new TreeSet<>(Set.of("common", "extract"));
        records().map(Class::getSimpleName).forEach(expected::add);

        assertThat(ContractFiles.schemas().keySet()).isEqualTo(expected);
    }

    @Test
    void everySchemaShouldNameItselfAndItsDialect() {
        assertThat(ContractFiles.schemas()).allSatisfy((name, schema) -> {
            assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asText()).isEqualTo(SchemaValidation.idOf(name));
            assertThat(schema.path("title").asText()).isEqualTo(name);
            assertThat(schema.path("description").asText()).isNotBlank();
        });
    }

    @Test
    void limitsShouldBeThoseOfTheCode() {
        Map<String, JsonNode> schemas = ContractFiles.schemas();

        assertThat(schemas.get("FollowPlanned")
                        .at("/properties/follows/maxItems")
                        .asInt())
                .isEqualTo(FollowPlan.MOST_TARGETS);
        assertThat(schemas.get("FollowCancelled")
                        .at("/properties/targets/maxItems")
                        .asInt())
                .isEqualTo(FollowPlan.MOST_TARGETS);
        // It landed with 64 buckets, and what landed is not made narrower.
        assertThat(schemas.get("MemberMatches").at("/properties/bucket/maximum").asInt())
                .isGreaterThanOrEqualTo(Buckets.COUNT - 1);
    }

    private static void assertThatRecordMatches(Class<?> type, JsonNode schema) {
        assertThat(schema.path("type").asText()).isEqualTo("object");
        List<RecordComponent> components = List.of(type.getRecordComponents());
        assertThat(names(schema.path("properties")))
                .as("fields of %s", type.getSimpleName())
                .isEqualTo(components.stream().map(RecordComponent::getName).toList());
        assertThat(texts(schema.path("required")))
                .as("required fields of %s", type.getSimpleName())
                .isEqualTo(components.stream()
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent component : components) {
            assertThatTypeMatches(
                    component.getGenericType(), schema.path("properties").path(component.getName()));
        }
    }

    private static void assertThatTypeMatches(Type type, JsonNode schema) {
        if (type instanceof ParameterizedType list) {
            assertThat(list.getRawType()).isEqualTo(List.class);
            assertThat(schema.path("type").asText()).isEqualTo("array");
            assertThatTypeMatches(list.getActualTypeArguments()[0], schema.path("items"));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            assertThat(schema.path("type").asText()).isEqualTo("string");
            assertThat(texts(schema.path("enum")))
                    .as("values of %s", plain.getSimpleName())
                    .isEqualTo(Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        } else if (SHARED.containsKey(type)) {
            assertThat(schema.path("$ref").asText()).isEqualTo(SHARED.get(type));
        } else if (PLAIN.containsKey(type)) {
            assertThat(schema.path("type").asText()).isEqualTo(PLAIN.get(type));
        } else {
            assertThatRecordMatches((Class<?>) type, schema);
        }
    }

    private static List<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
