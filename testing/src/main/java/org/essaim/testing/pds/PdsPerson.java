package org.essaim.testing.pds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;

/**
 * A person with an account on the PDS, who opens an authorization address in a browser, signs in and says yes or no. The
 * page itself is a script; this does what that script does, with the same headers.
 */
public final class PdsPerson {

    private static final String API = "/@atproto/oauth-provider/~api";
    private static final JsonMapper JSON = new JsonMapper();

    private final PdsAccount account;

    public PdsPerson(PdsAccount account) {
        this.account = account;
    }

    /**
     * Signs in and consents to everything that is asked.
     *
     * @param authorizationUrl with client_id and request_uri, as the client would send the browser to
     * @return the client's redirect address with code, state and iss, not followed
     * @throws IllegalStateException when the PDS refuses, with its words
     */
    public URI authorize(URI authorizationUrl) {
        return walk(authorizationUrl, true);
    }

    /** Signs in and says no; the redirect has {@code error=access_denied}. */
    public URI deny(URI authorizationUrl) {
        return walk(authorizationUrl, false);
    }

    private URI walk(URI authorizationUrl, boolean consents) {
        try (Browser browser = new Browser()) {
            Page asked = browser.open(authorizationUrl);
            if (asked.redirect().isPresent()) {
                return asked.redirect().get();
            }
            if (asked.status() != 200) {
                throw new IllegalStateException("The PDS does not show its authorization page: " + asked.status());
            }
            ObjectNode credentials = JSON.createObjectNode()
                    .put("locale", "en")
                    .put("username", account.handle())
                    .put("password", account.password())
                    .put("remember", false);
            JsonNode signedIn = call(browser, authorizationUrl, "/sign-in", credentials, Map.of());
            JsonNode answered = consents
                    ? call(
                            browser,
                            authorizationUrl,
                            "/consent",
                            JSON.createObjectNode()
                                    .put(
                                            "sub",
                                            signedIn.path("account").path("sub").asText()),
                            Map.of(
                                    "Authorization",
                                    "Bearer " + signedIn.path("ephemeralToken").asText()))
                    : call(browser, authorizationUrl, "/reject", JSON.createObjectNode(), Map.of());
            return leave(
                    browser, authorizationUrl, URI.create(answered.path("url").asText()));
        }
    }

    /** The PDS's own last page, which sends the browser to the client. */
    private static URI leave(Browser browser, URI authorizationUrl, URI last) {
        Page page = browser.send(
                last,
                "GET",
                BodyPublishers.noBody(),
                Map.of(
                        "Referer", authorizationUrl.toString(),
                        "Sec-Fetch-Site", "same-origin",
                        "Sec-Fetch-Mode", "navigate",
                        "Sec-Fetch-Dest", "document"));
        return page.redirect()
                .orElseThrow(() -> new IllegalStateException("The PDS did not send the browser on: " + page.status()));
    }

    private static JsonNode call(
            Browser browser, URI authorizationUrl, String endpoint, ObjectNode body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Origin", authorizationUrl.getScheme() + "://" + authorizationUrl.getAuthority());
        headers.put("Referer", authorizationUrl.toString());
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Sec-Fetch-Mode", "same-origin");
        headers.put("Sec-Fetch-Dest", "empty");
        browser.cookie(authorizationUrl, "csrf-token").ifPresent(token -> headers.put("x-csrf-token", token));
        Page page = browser.send(
                authorizationUrl.resolve(API + endpoint), "POST", BodyPublishers.ofString(body.toString()), headers);
        if (page.status() != 200) {
            throw new IllegalStateException("The PDS refused " + endpoint + ": " + page.status() + " " + page.body());
        }
        return page.json();
    }
}
