package org.essaim.local.demo.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;
import org.essaim.testing.web.Parameters;

/** The ways into Essaim for a person with a browser: with X, or with a name and a password. */
public final class SignIn implements AutoCloseable {

    static final String CLIENT = "essaim-cli";
    static final String REALM = "/realms/essaim";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Nobody listens there: the walk ends when the browser is sent to it, and reads the code from the address. */
    private static final URI REDIRECT = URI.create("http://127.0.0.1/signed-in");

    private static final int MOST_PAGES = 15;

    private final Api keycloak;
    private final URI x;

    /**
     * Ways into the realm of one Keycloak.
     *
     * @param x where X's pages are: the walk hands the browser to the person there
     */
    public SignIn(URI keycloak, URI x) {
        this.keycloak = new Api(keycloak);
        this.x = x;
    }

    /**
     * Signs in with X.
     *
     * @param atX what the person does on X's page: gets its address, gives the address that X sends the browser to
     */
    public Session withX(UnaryOperator<URI> atX) {
        Code code = new Code();
        try (Browser browser = new Browser()) {
            return arrive(browser, browser.open(code.address("auth", Map.of("kc_idp_hint", "x"))), code, atX);
        }
    }

    /** Registers a new person, who is signed in then. The password has 12 characters at least. */
    public Session registering(String name, String password) {
        Code code = new Code();
        try (Browser browser = new Browser()) {
            Page form = follow(browser, browser.open(code.address("registrations", Map.of())));
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("username", name);
            fields.put("email", name + "@example.test");
            fields.put("firstName", name);
            fields.put("lastName", "Demo");
            fields.put("password", password);
            fields.put("password-confirm", password);
            Page next = browser.submit(form.form("password-confirm"), fields);
            return arrive(browser, next, code, UnaryOperator.identity());
        }
    }

    /** Signs in a person who has a password here. */
    public Session withPassword(String name, String password) {
        Code code = new Code();
        try (Browser browser = new Browser()) {
            Page form = follow(browser, browser.open(code.address("auth", Map.of())));
            Page next = browser.submit(form.form("password"), Map.of("username", name, "password", password));
            return arrive(browser, next, code, UnaryOperator.identity());
        }
    }

    private Session arrive(Browser browser, Page first, Code code, UnaryOperator<URI> atX) {
        Page page = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            URI next = page.redirect().orElse(null);
            if (next == null) {
                throw new IllegalStateException("signing in stops at " + page);
            }
            if (next.toString().startsWith(REDIRECT.toString())) {
                return code.exchange(next);
            }
            page = browser.open(next.getAuthority().equals(x.getAuthority()) ? atX.apply(next) : next);
        }
        throw new IllegalStateException("signing in goes round in circles");
    }

    private static Page follow(Browser browser, Page first) {
        Page page = first;
        while (page.redirect().isPresent()) {
            page = browser.open(page.redirect().get());
        }
        return page;
    }

    @Override
    public void close() {
        keycloak.close();
    }

    /** One authorization code with its proof (PKCE) and its state. */
    private final class Code {

        private final String verifier = random();
        private final String state = random();

        URI address(String endpoint, Map<String, String> more) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("client_id", CLIENT);
            query.put("response_type", "code");
            query.put("scope", "openid");
            query.put("redirect_uri", REDIRECT.toString());
            query.put("state", state);
            query.put("code_challenge", challenge());
            query.put("code_challenge_method", "S256");
            query.putAll(more);
            return keycloak.base()
                    .resolve(REALM + "/protocol/openid-connect/" + endpoint + "?" + Parameters.encode(query));
        }

        Session exchange(URI sentBack) {
            Parameters answer = Parameters.parse(sentBack.getRawQuery());
            if (!answer.one("state").equals(Optional.of(state))) {
                throw new IllegalStateException("Keycloak sent back another state");
            }
            String code = answer.one("code")
                    .orElseThrow(() -> new IllegalStateException(
                            "signing in was refused: " + answer.one("error").orElse("without a reason")));
            return Session.open(keycloak, code, verifier, REDIRECT);
        }

        private String challenge() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private static String random() {
            byte[] bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}
