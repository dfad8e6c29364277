package org.essaim.gateway.rest.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The responses of one operation that are problems: one for each status, naming each type that comes with it. */
final class ProblemResponses {

    static final String TYPES = "x-problem-types";
    private static final String PREFIX = "https://essaim.org/problems/";
    private static final String MEDIA_TYPE = "application/problem+json";

    private final APIResponses responses;

    ProblemResponses(Operation operation) {
        APIResponses known = operation.getResponses();
        this.responses = known == null ? OASFactory.createAPIResponses() : known;
        operation.setResponses(responses);
    }

    /** {@code "404 migration-not-found, 422 matches-missing"}. */
    void add(String problems) {
        for (String problem : problems.split(",", -1)) {
            String[] parts = problem.strip().split(" ", 2);
            add(parts[0], PREFIX + parts[1]);
        }
    }

    private void add(String status, String type) {
        APIResponse response = responses.getAPIResponse(status);
        if (response == null
                || response.getExtensions() == null
                || !response.getExtensions().containsKey(TYPES)) {
            response = OASFactory.createAPIResponse();
            responses.addAPIResponse(status, response);
        }
        List<String> types = new ArrayList<>(known(response));
        if (!types.contains(type)) {
            types.add(type);
        }
        response.addExtension(TYPES, types);
        response.setDescription(String.join(
                ", ", types.stream().map(one -> one.substring(PREFIX.length())).toList()));
        response.setContent(content(status, types.getFirst()));
    }

    private static List<String> known(APIResponse response) {
        return response.getExtensions() != null && response.getExtensions().get(TYPES) instanceof List<?> types
                ? types.stream().map(Objects::toString).toList()
                : List.of();
    }

    private static Content content(String status, String type) {
        String slug = type.substring(PREFIX.length());
        String words = slug.replace('-', ' ');
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(Map.of(
                                        "type",
                                        type,
                                        "title",
                                        Character.toUpperCase(words.charAt(0)) + words.substring(1),
                                        "status",
                                        Integer.valueOf(status),
                                        "detail",
                                        "What is wrong this time, and what to do.")));
    }
}
