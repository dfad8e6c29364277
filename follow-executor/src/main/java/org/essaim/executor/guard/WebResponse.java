package org.essaim.executor.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param headers by lower-case name
 * @param body text; of a picture, one character for each byte
 */
public record WebResponse(int status, Map<String, List<String>> headers, String body) {

    public WebResponse {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The body of a picture. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The status only: bodies carry tokens. */
    @Override
    public String toString() {
        return "WebResponse[" + status + "]";
    }
}
