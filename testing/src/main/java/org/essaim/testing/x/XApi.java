package org.essaim.testing.x;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.testing.web.Html;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** What an app asks of X, with X's own errors. */
final class XApi {

    private static final List<String> USER_SCOPES = List.of("users.read", "tweet.read");
    private static final Pattern POST = Pattern.compile("/([^/]+)/status/([0-9]+)");

    private final XClient client;
    private final XState state;

    XApi(XClient client, XState state) {
        this.client = client;
        this.state = state;
    }

    WebResponse token(WebRequest request) {
        if (!request.basic()
                .map(pair -> pair.equals(List.of(client.id(), client.secret())))
                .orElse(false)) {
            return oauthError(401, "unauthorized_client", "Missing valid authorization header");
        }
        Parameters sent = request.parameters();
        return switch (sent.one("grant_type").orElse("")) {
            case "authorization_code" ->
                granted(
                        state.redeem(
                                sent.one("code").orElse(""),
                                client.id(),
                                sent.one("redirect_uri").orElse(""),
                                sent.one("code_verifier").orElse("")),
                        "Value passed for the authorization code was invalid.");
            case "refresh_token" ->
                granted(
                        state.refresh(sent.one("refresh_token").orElse(""), client.id()),
                        "Value passed for the token was invalid.");
            default -> oauthError(400, "invalid_request", "Missing required parameter [grant_type].");
        };
    }

    WebResponse revoke(WebRequest request) {
        request.parameters().one("token").ifPresent(state::revoke);
        return WebResponse.json(200, JsonNodeFactory.instance.objectNode().put("revoked", true));
    }

    WebResponse me(WebRequest request) {
        Optional<XState.Grant> grant = request.bearer().flatMap(state::grant);
        Optional<XAccount> account = grant.map(XState.Grant::accountId).flatMap(state::account);
        if (grant.isEmpty() || account.isEmpty()) {
            return problem(401, "about:blank", "Unauthorized", "Unauthorized");
        }
        if (!grant.get().scopes().containsAll(USER_SCOPES)) {
            return problem(403, "about:blank", "Forbidden", "Forbidden");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data")
                .put("id", account.get().id())
                .put("name", account.get().name())
                .put("username", account.get().username());
        return WebResponse.json(200, body);
    }

    /** Public, without a token: who wrote a post, and its text in HTML. The author's number is not in it. */
    WebResponse oembed(WebRequest request) {
        Matcher address = POST.matcher(path(request.query().one("url").orElse("")));
        Optional<XPost> post = address.matches() ? state.post(address.group(2)) : Optional.empty();
        Optional<XAccount> author = post.map(XPost::authorId).flatMap(state::account);
        if (post.isEmpty() || author.isEmpty()) {
            return WebResponse.json(
                    404, "{\"errors\":[{\"code\":34,\"message\":\"Sorry, that page does not exist.\"}]}");
        }
        String profile = "https://twitter.com/" + author.get().username();
        String url = profile + "/status/" + post.get().id();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("url", url)
                .put("author_name", author.get().name())
                .put("author_url", profile)
                .put(
                        "html",
                        "<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">"
                                + Html.escape(post.get().text())
                                + "</p>&mdash; " + Html.escape(author.get().name()) + " (@"
                                + author.get().username() + ") <a href=\"" + url
                                + "\">November 22, 2026</a></blockquote>\n")
                .put("width", 550)
                .putNull("height")
                .put("type", "rich")
                .put("cache_age", "3153600000")
                .put("provider_name", "Twitter")
                .put("provider_url", "https://twitter.com")
                .put("version", "1.0");
        return WebResponse.json(200, body);
    }

    private static String path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static WebResponse granted(Optional<XState.Tokens> tokens, String otherwise) {
        if (tokens.isEmpty()) {
            return oauthError(400, "invalid_request", otherwise);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", "bearer")
                .put("expires_in", XState.TOKEN_LIFE.toSeconds())
                .put("access_token", tokens.get().access())
                .put("scope", String.join(" ", tokens.get().scopes()));
        tokens.get().refresh().ifPresent(token -> body.put("refresh_token", token));
        return WebResponse.json(200, body);
    }

    private static WebResponse oauthError(int status, String error, String description) {
        return WebResponse.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }

    private static WebResponse problem(int status, String type, String title, String detail) {
        return WebResponse.of(
                status,
                "application/problem+json",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", title)
                        .put("type", type)
                        .put("status", status)
                        .put("detail", detail)
                        .toString());
    }
}
