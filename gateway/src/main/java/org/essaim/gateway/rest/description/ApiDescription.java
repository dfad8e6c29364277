package org.essaim.gateway.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the document: how a caller shows who they are, the headers of unsafe calls, and every problem with its type. What a call
 * refuses for reasons of its own it says itself, in the extension {@code x-problems}: {@code "404 migration-not-found, 422 ..."}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    static final String PROBLEMS = "x-problems";
    private static final String BEARER = "bearer";
    private static final String SESSION = "session";
    private static final Set<PathItem.HttpMethod> SAFE = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);
    private static final String OF_EVERY_CALL =
            "401 unauthenticated, 403 forbidden, 400 bad-request, 404 not-found, 429 rate-limited, 500 internal-error";
    private static final String OF_UNSAFE_CALLS =
            "403 csrf-header-missing, 409 idempotency-key-in-use, 422 idempotency-key-reused, 400 idempotency-key-not-understood";
    private static final String OF_BODIES =
            "411 length-required, 413 body-too-large, 408 body-too-slow, 415 unsupported-media-type";
    private static final String OF_OPEN_CALLS = "429 rate-limited, 500 internal-error";

    private final Examples examples = Examples.load();
    private final PlainSchemas plain;
    private final StatedStatuses statuses;

    /** With what is known of the classes at build time. */
    public ApiDescription(IndexView index) {
        this.plain = new PlainSchemas(index);
        this.statuses = new StatedStatuses(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(BEARER, bearer())
                .addSecurityScheme(SESSION, session())
                .addSchema("Problem", problem());
        plain.apply(api.getComponents());
        MadeUpExamples madeUp = new MadeUpExamples(api.getComponents().getSchemas());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    statuses.applyTo(operation);
                    complete(path, method, operation);
                    examples.addTo(operation, madeUp);
                }));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        ProblemResponses problems = new ProblemResponses(operation);
        Map<String, Object> extensions = operation.getExtensions();
        if (extensions != null && extensions.get(PROBLEMS) != null) {
            problems.add(extensions.get(PROBLEMS).toString());
            operation.removeExtension(PROBLEMS);
        }
        boolean open = !path.startsWith("/api/") || path.equals("/api/v1/figures");
        if (open) {
            operation.security(List.of());
            problems.add(OF_OPEN_CALLS);
            return;
        }
        operation.security(List.of(
                OASFactory.createSecurityRequirement().addScheme(BEARER),
                OASFactory.createSecurityRequirement().addScheme(SESSION)));
        problems.add(OF_EVERY_CALL);
        if (!SAFE.contains(method)) {
            problems.add(OF_UNSAFE_CALLS);
            operation.addParameter(idempotencyKey()).addParameter(csrf());
        }
        if (operation.getRequestBody() != null) {
            problems.add(OF_BODIES);
        }
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of Keycloak's realm essaim with the audience essaim-gateway.");
    }

    private static SecurityScheme session() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("q_session")
                .description("A browser's session, begun at /app. Calls that change something carry X-Essaim-CSRF.");
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("The same key again within 24 hours gives the same answer and does nothing twice.")
                .schema(text().minLength(1).maxLength(255).pattern("^[\\x21-\\x7e]+$"));
    }

    private static Parameter csrf() {
        return OASFactory.createParameter()
                .name("X-Essaim-CSRF")
                .in(Parameter.In.HEADER)
                .description("Any value; needed with a browser's session, for no other site can set it.")
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    /** RFC 9457. */
    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What is wrong and what to do, for a person; the type is stable, for a program.")
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .required(List.of("type", "title", "status", "detail"));
    }
}
