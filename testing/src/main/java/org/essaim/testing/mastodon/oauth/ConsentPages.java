package org.essaim.testing.mastodon.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Grants;
import org.essaim.testing.mastodon.state.Grants.App;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.Html;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.web.WebResponse;

/** What a person sees: sign in, then say yes or no to an app. */
public final class ConsentPages {

    private static final String SESSION = "_session_id";
    private static final List<String> CARRIED = List.of(
            "client_id", "redirect_uri", "state", "response_type", "scope", "code_challenge", "code_challenge_method");

    private final Instance instance;
    private final Grants grants;

    public ConsentPages(Instance instance) {
        this.instance = instance;
        this.grants = instance.grants();
    }

    /** What an app asks for, after it has been checked. */
    private record Asked(
            App app, String redirectUri, List<String> scopes, Optional<String> state, Optional<String> challenge) {

        WebResponse back(String name, String value) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put(name, value);
            state.ifPresent(text -> parameters.put("state", text));
            String separator = redirectUri.contains("?") ? "&" : "?";
            return WebResponse.redirect(redirectUri + separator + Parameters.encode(parameters));
        }
    }

    public void declare(Router router) {
        router.on("GET", "/oauth/authorize", Access.anyone(), this::ask)
                .on("POST", "/oauth/authorize", Access.anyone(), this::answer)
                .on("GET", "/auth/sign_in", Access.anyone(), call -> signInPage(call, 200, ""))
                .on("POST", "/auth/sign_in", Access.anyone(), this::signIn);
    }

    private WebResponse ask(Call call) {
        Optional<Actor> person = signedIn(call);
        if (person.isEmpty()) {
            String here = call.request().path() + "?" + carried(call.request().query());
            return WebResponse.redirect("/auth/sign_in?return_to=" + URLEncoder.encode(here, UTF_8));
        }
        Asked asked = read(call.request().query());
        if (!scopesFit(asked)) {
            return asked.back("error", "invalid_scope");
        }
        boolean again = call.request().query().flag("force_login");
        return !again && grants.standing(asked.app(), person, asked.scopes()).isPresent()
                ? agreed(asked, person.get())
                : consentPage(call, asked);
    }

    private WebResponse answer(Call call) {
        Actor person = signedIn(call).orElseThrow(() -> Refusal.of(401, "You need to sign in before continuing."));
        Asked asked = read(call.parameters());
        if (!scopesFit(asked)) {
            return asked.back("error", "invalid_scope");
        }
        boolean denied =
                call.parameters().one("_method").filter("delete"::equals).isPresent();
        return denied ? asked.back("error", "access_denied") : agreed(asked, person);
    }

    private WebResponse agreed(Asked asked, Actor person) {
        return asked.back(
                "code", grants.issueCode(asked.app(), person, asked.scopes(), asked.redirectUri(), asked.challenge()));
    }

    private WebResponse signIn(Call call) {
        Parameters sent = call.parameters();
        String name = sent.one("user[email]").orElse("").split("@", 2)[0];
        Optional<Actor> person = instance.local(name)
                .filter(actor -> sent.one("user[password]")
                        .filter(actor.password()::equals)
                        .isPresent());
        if (person.isEmpty()) {
            return signInPage(call, 422, "Invalid E-mail address or password.");
        }
        return WebResponse.redirect(sent.one("return_to").orElse("/"))
                .with(
                        "Set-Cookie",
                        SESSION + "=" + grants.openSession(person.get()) + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private WebResponse signInPage(Call call, int status, String flash) {
        String target = call.parameters().one("return_to").orElse("/");
        return page(
                status,
                "Log in",
                "<p>" + flash + "</p><form action=\"/auth/sign_in\" method=\"post\">" + hidden("return_to", target)
                        + "<label>E-mail address <input name=\"user[email]\" type=\"text\"></label>"
                        + "<label>Password <input name=\"user[password]\" type=\"password\"></label>"
                        + "<button>Log in</button></form>");
    }

    private WebResponse consentPage(Call call, Asked asked) {
        StringBuilder fields = new StringBuilder();
        CARRIED.forEach(
                name -> call.request().query().one(name).ifPresent(value -> fields.append(hidden(name, value))));
        StringBuilder scopes = new StringBuilder();
        asked.scopes()
                .forEach(scope ->
                        scopes.append("<li>").append(Html.escape(scope)).append("</li>"));
        return page(
                200,
                "Authorization required",
                "<p><strong>" + Html.escape(asked.app().name())
                        + "</strong> would like permission to access your account.</p>"
                        + "<ul>" + scopes + "</ul><form action=\"/oauth/authorize\" method=\"post\">" + fields
                        + "<button name=\"authorize\">Authorize</button></form>"
                        + "<form action=\"/oauth/authorize\" method=\"post\">" + hidden("_method", "delete") + fields
                        + "<button name=\"deny\">Deny</button></form>");
    }

    private Asked read(Parameters sent) {
        App app = sent.one("client_id")
                .flatMap(grants::app)
                .orElseThrow(() -> Refusal.oauth(
                        401,
                        "invalid_client",
                        "Client authentication failed due to unknown client, no client authentication included, or"
                                + " unsupported authentication method."));
        String redirect = sent.one("redirect_uri")
                .filter(app.redirectUris()::contains)
                .orElseThrow(() -> Refusal.oauth(
                        400,
                        "invalid_redirect_uri",
                        "The requested redirect uri is malformed or doesn't match client redirect URI."));
        List<String> scopes = Scopes.parse(sent.one("scope").orElse("read"));
        return new Asked(app, redirect, scopes, sent.one("state"), sent.one("code_challenge"));
    }

    private static boolean scopesFit(Asked asked) {
        return Scopes.cover(asked.app().scopes(), asked.scopes());
    }

    private Optional<Actor> signedIn(Call call) {
        return call.request().cookie(SESSION).flatMap(grants::session);
    }

    private static String carried(Parameters query) {
        Map<String, String> single = new LinkedHashMap<>();
        query.values().forEach((name, values) -> single.put(name, values.getLast()));
        return Parameters.encode(single);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Html.escape(value) + "\">";
    }

    private static WebResponse page(int status, String title, String body) {
        return WebResponse.html(
                status,
                "<!DOCTYPE html><html lang=\"en\"><title>" + title + "</title><body>" + body + "</body></html>");
    }
}
