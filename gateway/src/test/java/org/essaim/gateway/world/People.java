package org.essaim.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.testing.keycloak.KeycloakResource;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.x.XAccount;
import org.essaim.testing.x.XControl;

/** Makes people and signs them in at the real Keycloak as a command line does: code flow with PKCE, walked by a browser. */
public final class People {

    private static final String CALLBACK = "http://127.0.0.1:9/callback";
    private static final String VERIFIER = "a-verifier-of-tests-that-is-long-enough-for-everybody";
    private static final String PASSWORD = "a password of tests";
    private static final AtomicLong X_IDS = new AtomicLong(1_700_000_000_000_000_000L + System.nanoTime());
    private static final int MOST_PAGES = 20;

    private final URI issuer;
    private final URI x;

    public People(String issuer, String x) {
        this.issuer = URI.create(issuer);
        this.x = URI.create(x);
    }

    /** Someone who signs in with X. */
    public Person fromX() {
        String id = Long.toString(X_IDS.incrementAndGet());
        try (XControl control = new XControl(x)) {
            return fromX(control.putAccount(id, "u" + id.substring(8), "Somebody"));
        }
    }

    private Person fromX(XAccount account) {
        return new Person(
                token(
                        Map.of("kc_idp_hint", "x"),
                        page -> Map.of("account", account.id(), "answer", "authorize"),
                        "name=\"answer\""),
                account.id());
    }

    /** Someone with a password and no X account. */
    public Person withPassword(String... realmRoles) {
        Account account = newAccount(realmRoles);
        return new Person(token(Map.of(), page -> account.form(), "name=\"password\""), "");
    }

    /** An account with a password, not signed in yet. */
    public Account newAccount(String... realmRoles) {
        String name = "p-" + UUID.randomUUID();
        try (Api admin = new Api(URI.create(issuer.toString().replace("/realms/essaim", "")))) {
            Map<String, String> bearer = adminToken(admin);
            ObjectNode user = JsonNodeFactory.instance.objectNode();
            user.put("username", name).put("enabled", true);
            user.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", PASSWORD)
                    .put("temporary", false);
            admin.post("/admin/realms/essaim/users", user, bearer).succeeded();
            for (String role : realmRoles) {
                give(admin, bearer, name, role);
            }
        }
        return new Account(name);
    }

    /** Gives a person an address at Keycloak, which they have shown to be theirs or not. */
    public String giveAddress(Person person, boolean verified) {
        String address = UUID.randomUUID().toString().substring(0, 13) + "@people.test";
        try (Api admin = new Api(URI.create(issuer.toString().replace("/realms/essaim", "")))) {
            Map<String, String> headers = new LinkedHashMap<>(adminToken(admin));
            headers.put("Content-Type", "application/json");
            String body = "{\"email\":\"" + address + "\",\"emailVerified\":" + verified + "}";
            admin.send("PUT", "/admin/realms/essaim/users/" + person.subject(), body, headers)
                    .succeeded();
        }
        return address;
    }

    /** Opens a page of the gateway in a browser and signs in on the way; the page that is shown in the end. */
    public static Page signIn(Browser browser, URI address, Account account) {
        Page page = browser.open(address);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            URI next = page.redirect().orElse(null);
            if (next != null) {
                page = browser.open(next);
            } else if (page.body().contains("name=\"password\"")) {
                page = browser.submit(page.form("name=\"password\""), account.form());
            } else {
                return page;
            }
        }
        throw new IllegalStateException("sign-in does not end");
    }

    /** Signs in up to where Keycloak sends the browser back: that address, not opened yet. */
    public static URI answerOfSignIn(Browser browser, URI address, Account account) {
        Page page = browser.open(address);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            URI next = page.redirect().orElse(null);
            if (next == null) {
                page = browser.submit(page.form("name=\"password\""), account.form());
            } else if (next.getAuthority().equals(address.getAuthority())) {
                return next;
            } else {
                page = browser.open(next);
            }
        }
        throw new IllegalStateException("sign-in does not end");
    }

    /** A partner's service account: signed in, and no member. */
    public Person partner() {
        return serviceAccount("essaim-partner", "openid");
    }

    /** The gateway's own service account. */
    public Person gatewayItself(String scope) {
        return serviceAccount("essaim-gateway", scope);
    }

    private Person serviceAccount(String client, String scope) {
        try (Api keycloak = new Api(issuer)) {
            JsonNode tokens = keycloak.postForm(
                            issuer.getPath() + "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "client_credentials",
                                    "client_id",
                                    client,
                                    "client_secret",
                                    KeycloakResource.SECRET,
                                    "scope",
                                    scope),
                            Map.of())
                    .succeeded()
                    .json();
            return new Person(tokens.path("access_token").asText(), "");
        }
    }

    private static Map<String, String> adminToken(Api admin) {
        JsonNode tokens = admin.postForm(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                KeycloakResource.SECRET),
                        Map.of())
                .succeeded()
                .json();
        return Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());
    }

    private static void give(Api admin, Map<String, String> bearer, String name, String role) {
        String id = admin.get("/admin/realms/essaim/users?exact=true&username=" + name, bearer)
                .succeeded()
                .json()
                .path(0)
                .path("id")
                .asText();
        JsonNode found = admin.get("/admin/realms/essaim/roles/" + role, bearer)
                .succeeded()
                .json();
        admin.post(
                        "/admin/realms/essaim/users/" + id + "/role-mappings/realm",
                        JsonNodeFactory.instance.arrayNode().add(found),
                        bearer)
                .succeeded();
    }

    private String token(Map<String, String> extra, Function<Page, Map<String, String>> fill, String marker) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_id",
                "essaim-cli",
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                CALLBACK,
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256",
                "state",
                "s"));
        query.putAll(extra);
        URI authorize = URI.create(issuer + "/protocol/openid-connect/auth?" + Parameters.encode(query));
        try (Browser browser = new Browser();
                Api keycloak = new Api(issuer)) {
            URI back = walk(browser, authorize, fill, marker);
            String code = Parameters.parse(back.getRawQuery()).one("code").orElseThrow();
            return keycloak.postForm(
                            issuer.getPath() + "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "client_id",
                                    "essaim-cli",
                                    "code",
                                    code,
                                    "redirect_uri",
                                    CALLBACK,
                                    "code_verifier",
                                    VERIFIER),
                            Map.of())
                    .succeeded()
                    .json()
                    .path("access_token")
                    .asText();
        }
    }

    private static URI walk(Browser browser, URI from, Function<Page, Map<String, String>> fill, String marker) {
        Page page = browser.open(from);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            URI next = page.redirect().orElse(null);
            if (next == null) {
                page = browser.submit(page.form(marker), fill.apply(page));
            } else if (next.toString().startsWith(CALLBACK)) {
                return next;
            } else {
                page = browser.open(next);
            }
        }
        throw new IllegalStateException("sign-in does not end");
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed-in person; {@code xId} is empty for those without X. */
    public record Person(String token, String xId) {

        /** What Keycloak calls them. */
        String subject() {
            String claims =
                    new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            Matcher subject = Pattern.compile("\"sub\":\"([^\"]+)\"").matcher(claims);
            if (!subject.find()) {
                throw new IllegalStateException("a token without a subject");
            }
            return subject.group(1);
        }
    }

    /** An account of the realm. */
    public record Account(String name) {

        private Map<String, String> form() {
            return Map.of("username", name, "password", PASSWORD);
        }
    }
}
