package org.essaim.testing.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** What a browser got for an address. */
public record Page(URI address, int status, HttpHeaders headers, String body) {

    /** Where the page sends the browser on; empty when it stays. */
    public Optional<URI> redirect() {
        return status >= 300 && status < 400 ? headers.firstValue("Location").map(address::resolve) : Optional.empty();
    }

    public List<Form> forms() {
        return Form.of(this);
    }

    /** The form of the page that the given button or field name belongs to; IllegalStateException when there is none. */
    public Form form(String marker) {
        return forms().stream()
                .filter(form -> form.mentions(marker))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No form with " + marker + " on " + address.getPath() + " (status " + status + ")"));
    }

    /** The body as JSON; IllegalStateException when it is something else. */
    public JsonNode json() {
        return Api.parse(body);
    }

    @Override
    public String toString() {
        return "Page[" + address.getPath() + " " + status + "]";
    }
}
