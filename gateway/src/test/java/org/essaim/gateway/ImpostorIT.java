package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.Network;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People;
import org.essaim.gateway.world.People.Account;
import org.essaim.gateway.world.People.Person;
import org.essaim.gateway.world.Tokens;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;
import org.essaim.testing.x.XAccount;
import org.essaim.testing.x.XControl;
import org.junit.jupiter.api.Test;

/** Who pretends to be somebody else: by an archive, by a post, by a sign-in that was not theirs, by an address that leads elsewhere. */
@QuarkusTest
class ImpostorIT extends GatewayScenario {

    private static final URI ELSEWHERE = URI.create("https://elsewhere.test/");

    private final URI gateway = URI.create(config("test.gateway"));

    private List<Identity> identities(Person person, XId xId) {
        String key = Identity.key(xId, memberId(person));
        return wire.read(Topics.IDENTITIES, key::equals, Identity.class);
    }

    private static void findable(Person person) {
        as(person)
                .body("{\"choice\":\"EVERYONE_WHO_FOLLOWED_ME\"}")
                .put("/api/v1/me/findability")
                .then()
                .statusCode(204);
    }

    @Test
    void forgedOwnerShouldStayAClaimThatIsNotFound() {
        Person forger = people.withPassword();
        link(forger, Network.BLUESKY);
        findable(forger);
        XId forged = new XId(System.nanoTime());

        wire.tell(ingested(memberId(forger), UUID.randomUUID(), 1, forged));

        await().atMost(PATIENCE).until(() -> !identities(forger, forged).isEmpty());
        assertThat(identities(forger, forged))
                .allMatch(told -> told.assurance() == Assurance.CLAIMED, "which the matcher finds nobody by");
        as(forger)
                .post("/api/v1/me/x-account/refresh")
                .then()
                .statusCode(200)
                .body("xAccount.assurance", equalTo("CLAIMED"));
    }

    @Test
    void forgedOwnerShouldNotDisplaceWhoeverProvedTheAccount() {
        Person ana = people.fromX();
        proven(ana);
        Person forger = people.withPassword();
        link(forger, Network.BLUESKY);
        findable(forger);

        wire.tell(ingested(memberId(forger), UUID.randomUUID(), 1, XId.of(ana.xId())));

        meOnce(forger, me -> me.path("notices").findValuesAsText("kind").contains("X_CLAIM_REFUSED"));
        proven(ana);
        assertThat(identities(forger, XId.of(ana.xId()))).isEmpty();
    }

    @Test
    void postedCodeShouldProveNothingOfAnArchiveInAnothersName() {
        Person bea = people.withPassword();
        String code = as(bea).post("/api/v1/me/x-handle/codes").then().extract().path("code");
        XId another = new XId(System.nanoTime());
        try (XControl x = new XControl(URI.create(config("test.x")))) {
            XAccount own = x.putAccount(
                    Long.toString(System.nanoTime()),
                    "i" + UUID.randomUUID().toString().replace("-", "").substring(0, 12),
                    "Somebody");
            URI post = x.post(own, Long.toString(System.nanoTime()), "It is me: " + code);
            as(bea).body("{\"post\":\"" + post + "\"}")
                    .post("/api/v1/me/x-handle/readings")
                    .then()
                    .statusCode(200);
        }

        wire.tell(ingested(memberId(bea), UUID.randomUUID(), 1, another));

        JsonNode me = meOnce(bea, seen -> !seen.path("xAccount").isNull());
        assertThat(me.path("xAccount").path("xId").asText()).isEqualTo(another.toString());
        assertThat(me.path("xAccount").path("assurance").asText()).isEqualTo("CLAIMED");
    }

    @Test
    void stateOfALinkShouldBeWorthNothingInAnothersSession() {
        Person bea = people.withPassword();
        Person thief = people.withPassword();
        as(bea).body("{\"network\":\"BLUESKY\",\"account\":\"bea.test\"}")
                .post("/api/v1/me/links")
                .then()
                .statusCode(201);
        String begun =
                json(executorHeard().path("body").asText()).path("session").asText();

        as(thief)
                .body("{\"state\":\"s\",\"code\":\"c\",\"iss\":\"https://elsewhere.test\"}")
                .post("/api/v1/me/links/completions");

        JsonNode heard = executorHeard();
        JsonNode completion = json(heard.path("body").asText());
        assertThat(heard.path("path").asText()).startsWith("/api/members/" + memberId(thief));
        assertThat(completion.path("session").asText()).matches("[0-9a-f]{64}").isNotEqualTo(begun);
        assertThat(completion.path("iss").asText())
                .as("follow-executor holds it against the issuer that the dance began with")
                .isEqualTo("https://elsewhere.test");
    }

    @Test
    void tokenOfAnotherIssuerShouldBeRefused() {
        String token = new Tokens(config("quarkus.oidc.auth-server-url")).ofAnotherIssuer();

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void answerOfSignInShouldBeWorthNothingInAnotherBrowserAndNothingTwice() {
        Account account = people.newAccount();
        try (Browser victim = new Browser();
                Browser thief = new Browser();
                Browser late = new Browser()) {
            URI answer = People.answerOfSignIn(victim, gateway.resolve("/app"), account);

            assertThat(isSignedIn(thief, answer))
                    .as("without the state's cookie")
                    .isFalse();
            assertThat(isSignedIn(victim, answer)).isTrue();
            assertThat(isSignedIn(late, answer)).as("a second time").isFalse();
        }
    }

    private boolean isSignedIn(Browser browser, URI answer) {
        browser.open(answer);
        return browser.send(gateway.resolve("/api/v1/me"), "GET", BodyPublishers.noBody(), Map.of())
                        .status()
                == 200;
    }

    @Test
    void signInShouldComeBackHereWhateverTheAddressSays() {
        try (Browser browser = new Browser()) {
            Page page = People.signIn(
                    browser,
                    gateway.resolve("/app/x?next=" + ELSEWHERE + "&redirect_uri=" + ELSEWHERE),
                    people.newAccount());
            assertThat(page.address().getAuthority()).isEqualTo(gateway.getAuthority());

            Page callback = browser.open(gateway.resolve("/link/callback?state=s&code=c&redirect_uri=" + ELSEWHERE));
            assertThat(callback.status()).isEqualTo(200);
            assertThat(callback.redirect()).isEmpty();

            Page out = browser.open(gateway.resolve("/logout?post_logout_redirect_uri=" + ELSEWHERE));
            assertThat(out.redirect().orElseThrow().toString())
                    .startsWith(config("quarkus.oidc.auth-server-url"))
                    .doesNotContain("elsewhere.test");
        }
    }

    @Test
    void signInShouldNotBeSentElsewhereByAForgedHost() throws IOException {
        String forwarded = location("Host: " + gateway.getAuthority() + "\r\nX-Forwarded-Host: elsewhere.test\r\n");
        assertThat(forwarded).doesNotContain("elsewhere.test");

        String forged = location("Host: elsewhere.test\r\n");
        try (Browser browser = new Browser()) {
            Page refused = browser.open(URI.create(forged));
            assertThat(refused.status()).as("Keycloak knows where this site is").isEqualTo(400);
            assertThat(refused.redirect()).isEmpty();
        }
    }

    /** Where a browser without a session is sent to. */
    private String location(String headers) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /app HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher location = Pattern.compile("(?i)\r\nlocation: ([^\r]+)\r\n").matcher(answer);
            assertThat(location.find()).as(answer).isTrue();
            return location.group(1);
        }
    }

    @Test
    void formOfAnotherSiteShouldChangeNothing() {
        try (Browser browser = new Browser()) {
            People.signIn(browser, gateway.resolve("/app"), people.newAccount());
            URI move = gateway.resolve("/api/v1/migrations");

            for (String type :
                    List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
                Page refused = browser.send(
                        move,
                        "POST",
                        BodyPublishers.ofString("{}"),
                        Map.of("Content-Type", type, "Origin", ELSEWHERE.toString()));
                assertThat(refused.json().path("type").asText()).endsWith("/csrf-header-missing");
            }
            Page asked = browser.send(
                    move,
                    "OPTIONS",
                    BodyPublishers.noBody(),
                    Map.of(
                            "Origin",
                            ELSEWHERE.toString(),
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "x-essaim-csrf"));
            assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(browser.send(move, "GET", BodyPublishers.noBody(), Map.of())
                            .json())
                    .isEmpty();
        }
    }
}
