package org.essaim.testing.x;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.testing.web.Html;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** What a person sees on X: which account, and whether the app may. Being signed in is taken for granted. */
final class XPages {

    private static final List<String> CARRIED = List.of(
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    private final XClient client;
    private final XState state;

    XPages(XClient client, XState state) {
        this.client = client;
        this.state = state;
    }

    WebResponse ask(WebRequest request) {
        Optional<String> wrong = complaint(request.query());
        return wrong.map(XPages::error).orElseGet(() -> consentPage(request.query()));
    }

    WebResponse answer(WebRequest request) {
        Parameters sent = request.parameters();
        Optional<String> wrong = complaint(sent);
        if (wrong.isPresent()) {
            return error(wrong.get());
        }
        if (sent.one("answer").filter("cancel"::equals).isPresent()) {
            return back(sent, "error", "access_denied");
        }
        Optional<XAccount> account = sent.one("account").flatMap(state::account);
        if (account.isEmpty()) {
            return error("There is no such account.");
        }
        List<String> scopes = List.of(sent.one("scope").orElse("").split(" "));
        return back(
                sent,
                "code",
                state.issueCode(
                        account.get().id(),
                        client.id(),
                        scopes,
                        sent.one("redirect_uri").orElseThrow(),
                        sent.one("code_challenge").orElseThrow()));
    }

    private Optional<String> complaint(Parameters sent) {
        if (sent.one("client_id").filter(client.id()::equals).isEmpty()) {
            return Optional.of("Value passed for the client id was invalid.");
        }
        if (sent.one("redirect_uri").filter(client::mayReturnTo).isEmpty()) {
            return Optional.of("Value passed for the redirect uri did not match the uri of the authorization code.");
        }
        boolean pkce = sent.one("code_challenge").isPresent()
                && sent.one("code_challenge_method").filter("S256"::equals).isPresent();
        if (!pkce || sent.one("state").isEmpty() || sent.one("scope").isEmpty()) {
            return Optional.of("You weren't able to give access to the App. Go back and try logging in again.");
        }
        return Optional.empty();
    }

    private WebResponse consentPage(Parameters query) {
        StringBuilder hidden = new StringBuilder();
        CARRIED.forEach(name -> query.one(name)
                .ifPresent(value -> hidden.append("<input type=\"hidden\" name=\"")
                        .append(name)
                        .append("\" value=\"")
                        .append(Html.escape(value))
                        .append("\">")));
        StringBuilder choices = new StringBuilder();
        state.accounts()
                .forEach(account -> choices.append("<label><input type=\"radio\" name=\"account\" value=\"")
                        .append(account.id())
                        .append("\">")
                        .append(Html.escape(account.name() + " @" + account.username()))
                        .append("</label>"));
        return page(
                200,
                "<form action=\"/i/oauth2/authorize\" method=\"post\">" + hidden + choices
                        + "<button name=\"answer\" value=\"authorize\">Authorize app</button>"
                        + "<button name=\"answer\" value=\"cancel\">Cancel</button></form>");
    }

    private static WebResponse back(Parameters sent, String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sent.one("state").ifPresent(text -> parameters.put("state", text));
        parameters.put(name, value);
        String redirect = sent.one("redirect_uri").orElseThrow();
        return WebResponse.redirect(redirect + (redirect.contains("?") ? "&" : "?") + Parameters.encode(parameters));
    }

    private static WebResponse error(String what) {
        return page(400, "<h1>Something went wrong</h1><p>" + Html.escape(what) + "</p>");
    }

    private static WebResponse page(int status, String body) {
        return WebResponse.html(
                status, "<!DOCTYPE html><html lang=\"en\"><title>X</title><body>" + body + "</body></html>");
    }
}
