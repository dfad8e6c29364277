package org.essaim.gateway.rest.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The status of success that a method states by {@code @ResponseStatus}, which the document would otherwise call 200 or 204. */
final class StatedStatuses {

    private static final DotName STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final List<String> ASSUMED = List.of("200", "201", "204");

    private final Map<String, String> byOperation = new HashMap<>();

    StatedStatuses(IndexView index) {
        for (AnnotationInstance stated : index.getAnnotations(STATUS)) {
            if (stated.target().kind() == AnnotationTarget.Kind.METHOD) {
                Optional.ofNullable(stated.target().asMethod().annotation(OPERATION))
                        .map(operation -> operation.value("operationId"))
                        .ifPresent(id -> byOperation.put(
                                id.asString(), Integer.toString(stated.value().asInt())));
            }
        }
    }

    void applyTo(Operation operation) {
        String status = byOperation.get(operation.getOperationId());
        APIResponses responses = operation.getResponses();
        if (status == null || responses == null) {
            return;
        }
        for (String assumed : ASSUMED) {
            APIResponse response = responses.getAPIResponse(assumed);
            if (response != null && !assumed.equals(status)) {
                responses.removeAPIResponse(assumed);
                responses.addAPIResponse(status, response.description(phrase(status)));
            }
        }
    }

    private static String phrase(String status) {
        return switch (status) {
            case "201" -> "Created";
            case "202" -> "Accepted";
            default -> "Done";
        };
    }
}
