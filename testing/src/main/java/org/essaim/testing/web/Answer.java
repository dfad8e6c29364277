package org.essaim.testing.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What a server answered to {@link Api}. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The body as JSON; IllegalStateException when it is something else. */
    public JsonNode json() {
        return Api.parse(body);
    }

    /** This answer when it is a success; IllegalStateException with the status and the error body otherwise. */
    public Answer succeeded() {
        if (status / 100 != 2) {
            throw new IllegalStateException("Refused with status " + status + ": " + body);
        }
        return this;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
