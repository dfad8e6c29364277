package org.essaim.platform.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into problem details. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,40}");
    private static final MediaType PROBLEM_JSON = MediaType.valueOf("application/problem+json");

    @ServerExceptionMapper
    public RestResponse<Object> problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper
    public RestResponse<Object> unauthorized(UnauthorizedException refused) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public RestResponse<Object> authenticationFailed(AuthenticationFailedException refused) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public RestResponse<Object> forbidden(ForbiddenException refused) {
        return answer(new Problem(403, "forbidden", "Forbidden", "You may not do this."));
    }

    @ServerExceptionMapper
    public RestResponse<Object> refusedByHttp(WebApplicationException refused) {
        Response.StatusType status = refused.getResponse().getStatusInfo();
        if (status.getFamily() == Response.Status.Family.REDIRECTION) {
            return RestResponse.ResponseBuilder.create(status, (Object) null)
                    .header(HttpHeaders.LOCATION, refused.getResponse().getLocation())
                    .build();
        }
        String slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return answer(new Problem(
                status.getStatusCode(),
                slug,
                status.getReasonPhrase(),
                "The request was not understood or not found."));
    }

    /** A body that is JSON and not what the call takes: the field is named, what was sent is not repeated. */
    @ServerExceptionMapper
    public RestResponse<Object> unfit(MismatchedInputException refused) {
        String field = refused.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null && FIELD.matcher(name).matches())
                .collect(Collectors.joining("."));
        return answer(new Problem(
                400,
                "bad-request",
                "Bad Request",
                field.isEmpty()
                        ? "The body is not what this call takes."
                        : "The field " + field + " is not what this call takes."));
    }

    @ServerExceptionMapper
    public RestResponse<Object> unexpected(RuntimeException failure) {
        LOG.error("unexpected failure of a request", failure);
        return answer(new Problem(
                500,
                "internal-error",
                "Internal error",
                "Something went wrong on our side; nothing was lost. Try again."));
    }

    private static RestResponse<Object> unauthenticated() {
        Problem problem =
                new Problem(401, "unauthenticated", "Not signed in", "Sign in, or send a valid bearer token.");
        return RestResponse.ResponseBuilder.create(RestResponse.Status.UNAUTHORIZED, (Object) problem.body())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static RestResponse<Object> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Object>create(problem.status())
                .entity(problem.body())
                .type(PROBLEM_JSON)
                .build();
    }
}
