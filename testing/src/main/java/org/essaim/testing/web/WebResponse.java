package org.essaim.testing.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of a stand-in. {@link #DROPPED} answers nothing at all: the connection is closed. */
public record WebResponse(int status, Map<String, String> headers, String body) {

    public static final WebResponse DROPPED = new WebResponse(0, Map.of(), "");

    public static WebResponse json(int status, JsonNode body) {
        return json(status, body.toString());
    }

    public static WebResponse json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    public static WebResponse html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    public static WebResponse of(int status, String contentType, String body) {
        return new WebResponse(status, Map.of("Content-Type", contentType), body);
    }

    public static WebResponse redirect(String location) {
        return new WebResponse(302, Map.of("Location", location), "");
    }

    boolean isDropped() {
        return status == 0;
    }

    public WebResponse with(String header, String value) {
        return with(Map.of(header, value));
    }

    public WebResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new WebResponse(status, all, body);
    }

    @Override
    public String toString() {
        return "WebResponse[" + status + "]";
    }
}
