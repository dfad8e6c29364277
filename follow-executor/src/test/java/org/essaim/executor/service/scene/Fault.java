package org.essaim.executor.service.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes wrong with one request. */
public sealed interface Fault {

    /** Something else is answered, and nothing is done. */
    record Answer(int status, String contentType, Map<String, String> headers, String body) implements Fault {

        Map<String, List<String>> allHeaders() {
            Map<String, List<String>> all = new HashMap<>();
            all.put("content-type", List.of(contentType));
            headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
            return all;
        }
    }

    /** The socket misbehaves before anything is done. */
    record Broken(BadServer.Manner manner) implements Fault {}

    /** The server acts; then this happens to its answer. */
    record Acted(Fault then) implements Fault {}

    /** The server acts, and the worker is killed before it hears of it. */
    record WorkerDies() implements Fault {}

    static Fault json(int status, String body) {
        return new Answer(status, "application/json; charset=utf-8", Map.of(), body);
    }

    /** An XRPC error. */
    static Fault xrpc(int status, String error) {
        return json(status, "{\"error\":\"" + error + "\",\"message\":\"as the server says it\"}");
    }

    /** An error in Mastodon's shape. */
    static Fault error(int status, String error) {
        return json(status, "{\"error\":\"" + error + "\"}");
    }

    /** The page of a proxy. */
    static Fault page(int status) {
        return new Answer(
                status,
                "text/html",
                Map.of(),
                "<html><head><title>" + status + "</title></head><body><hr><center>nginx</center></body></html>");
    }

    default Fault with(String header, String value) {
        Answer answer = (Answer) this;
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put(header, value);
        return new Answer(answer.status(), answer.contentType(), headers, answer.body());
    }
}
