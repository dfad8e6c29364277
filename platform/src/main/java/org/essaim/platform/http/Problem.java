package org.essaim.platform.http;

import java.util.Map;

/**
 * An answer that is not a success, as RFC 9457 problem details. Its text reaches a person: it names what is wrong and
 * what to do, and holds nothing personal beyond what that person sent.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPES = "https://essaim.org/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;

    /**
     * @param slug the stable name of the type: lower case, hyphens
     * @param title the same for every problem of this type
     * @param detail what is wrong this time, and what to do
     */
    public Problem(int status, String slug, String title, String detail) {
        super(slug + ": " + detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String detail() {
        return detail;
    }

    /** The body, {@code application/problem+json}. */
    public Map<String, Object> body() {
        return Map.of("type", TYPES + slug, "title", title, "status", status, "detail", detail);
    }
}
