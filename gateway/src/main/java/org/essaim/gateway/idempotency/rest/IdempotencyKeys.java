package org.essaim.gateway.idempotency.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.essaim.gateway.idempotency.FirstAnswers;
import org.essaim.gateway.idempotency.FirstAnswers.Beginning;
import org.essaim.gateway.idempotency.FirstAnswers.Kept;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Calls of members that change something and name a key are done once. An archive is left out: its own digest makes a repeat harmless. An
 * answer that may be another one the next time (5xx, 429) is not kept.
 */
public class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    private static final String BEGUN = IdempotencyKeys.class.getName();
    private static final String PRINTABLE = "[\\x21-\\x7e]{1,255}";
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SecurityIdentity identity;
    private final CurrentMember member;
    private final FirstAnswers answers;
    private final ObjectMapper json;

    public IdempotencyKeys(SecurityIdentity identity, CurrentMember member, FirstAnswers answers, ObjectMapper json) {
        this.identity = identity;
        this.member = member;
        this.answers = answers;
        this.json = json;
    }

    @ServerRequestFilter
    public @Nullable Response begin(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || SAFE.contains(request.getMethod()) || isArchive(request) || !identity.hasRole("member")) {
            return null;
        }
        if (!key.matches(PRINTABLE)) {
            throw new Problem(
                    400,
                    "idempotency-key-not-understood",
                    "Key not understood",
                    "A key has 1 to 255 printable characters of ASCII and no blank.");
        }
        return switch (answers.begin(member.id(), key, digest(request))) {
            case Beginning.First() -> {
                request.setProperty(BEGUN, key);
                yield null;
            }
            case Beginning.Answered(Kept answer) -> replay(answer);
            case Beginning.UnderWay() ->
                throw new Problem(
                        409,
                        "idempotency-key-in-use",
                        "Under way",
                        "The first call under this key is not answered yet.");
            case Beginning.OfAnotherCall() ->
                throw new Problem(
                        422,
                        "idempotency-key-reused",
                        "Key used before",
                        "This key belongs to another call; take a new one.");
        };
    }

    private static boolean isArchive(ContainerRequestContext request) {
        return request.getUriInfo().getPath().endsWith("/archive")
                && request.getMethod().equals(HttpMethod.PUT);
    }

    private static Response replay(Kept answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotent-Replayed", "true");
        String body = answer.json();
        if (body != null) {
            response.type(answer.status() >= 400 ? "application/problem+json" : "application/json")
                    .entity(body);
        }
        return response.build();
    }

    private static String digest(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = request.getMethod() + " "
                    + request.getUriInfo().getRequestUri().getRawPath() + "?"
                    + request.getUriInfo().getRequestUri().getRawQuery() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @ServerResponseFilter
    public void keep(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (!(request.getProperty(BEGUN) instanceof String key)) {
            return;
        }
        int status = response.getStatus();
        if (status >= 500 || status == 429) {
            answers.forget(member.id(), key);
        } else {
            Object entity = response.getEntity();
            answers.keep(member.id(), key, new Kept(status, entity == null ? null : json.writeValueAsString(entity)));
        }
    }
}
