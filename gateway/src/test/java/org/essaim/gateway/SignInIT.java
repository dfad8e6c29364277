package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People;
import org.essaim.gateway.world.People.Person;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;
import org.junit.jupiter.api.Test;

/** Signing in at the real Keycloak, and what the gateway makes of it. */
@QuarkusTest
class SignInIT extends GatewayScenario {

    @Test
    void memberShouldHaveProvenXAccountWhenSignedInWithX() {
        Person ana = people.fromX();

        JsonNode me = meOnce(
                ana, seen -> seen.path("xAccount").path("assurance").asText().equals("PROVEN"));

        assertThat(me.path("xAccount").path("xId").asText()).isEqualTo(ana.xId());
        assertThat(me.path("notices").findValuesAsText("kind")).containsExactly("X_ACCOUNT_PROVEN");
        assertThat(me.path("findability").isNull()).isTrue();
    }

    @Test
    void memberShouldHaveNoXAccountWhenSignedInWithPassword() {
        Person bea = people.withPassword();

        as(bea).post("/api/v1/me/x-account/refresh").then().statusCode(200).body("xAccount", equalTo(null));
    }

    @Test
    void firstCallsShouldMakeOneMemberWhenTheyComeTogether() {
        Person bea = people.withPassword();

        Set<MemberId> seen = IntStream.range(0, 16)
                .parallel()
                .mapToObj(call -> memberId(bea))
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(1);
    }

    @Test
    void executorShouldHearMembersOwnWordWhenLinkBegins() {
        Person bea = people.withPassword();
        MemberId member = memberId(bea);

        as(bea).body("{\"network\":\"BLUESKY\",\"account\":\"bea.test\"}")
                .post("/api/v1/me/links")
                .then()
                .statusCode(201)
                .body("authorizationUrl", equalTo("https://network.test/authorize"));

        JsonNode heard = executorHeard();
        JsonNode claims = json(heard.path("claims").asText());
        assertThat(heard.path("path").asText()).isEqualTo("/api/members/" + member + "/links");
        assertThat(claims.path("aud").asText()).isEqualTo("follow-executor");
        assertThat(claims.path("azp").asText()).isEqualTo("essaim-gateway");
        assertThat(claims.path("sid").asText()).isNotEmpty();
        assertThat(claims.path("realm_access").path("roles").toString()).isEqualTo("[\"member\"]");
        assertThat(json(heard.path("body").asText()).path("session").asText()).matches("[0-9a-f]{64}");
    }

    /** The executor tells people from service accounts by this. */
    @Test
    void tokenShouldNameNoSessionWhenGatewayAsksForItself() {
        String token = people.gatewayItself("follow-executor").token();
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        JsonNode claims = json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));

        assertThat(claims.path("aud").toString()).contains("follow-executor");
        assertThat(claims.has("sid")).isFalse();
    }

    @Test
    void linkShouldBeRefusedInExecutorsWordsWhenAccountIsUnknown() {
        Person bea = people.withPassword();

        as(bea).body("{\"network\":\"BLUESKY\",\"account\":\"nobody.test\"}")
                .post("/api/v1/me/links")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://essaim.org/problems/account-not-found"));
    }

    @Test
    void linkShouldEndAndBeTakenBackThroughExecutor() {
        Person bea = people.withPassword();

        as(bea).body("{\"state\":\"s\",\"code\":\"c\"}")
                .post("/api/v1/me/links/completions")
                .then()
                .statusCode(200)
                .body("account.handle", equalTo("one.test"));
        as(bea).queryParam("account", "did:plc:one")
                .delete("/api/v1/me/links")
                .then()
                .statusCode(204);

        JsonNode heard = executorHeard();
        assertThat(heard.path("method").asText()).isEqualTo("DELETE");
        assertThat(heard.path("account").asText()).isEqualTo("did:plc:one");
    }

    @Test
    void pageShouldSendBrowserToSignIn() {
        given().redirects()
                .follow(false)
                .get("/app")
                .then()
                .statusCode(302)
                .header("Location", containsString("/realms/essaim/protocol/openid-connect/auth"));
    }

    @Test
    void executorsDocumentsShouldBeServedUnderPublicAddress() {
        given().get("/oauth/client-metadata.json")
                .then()
                .statusCode(200)
                .body("document", equalTo("/oauth/client-metadata.json"));
    }

    @Test
    void browserSessionShouldNeedTheHeaderThatOtherSitesCannotSet() {
        URI gateway = URI.create(config("test.gateway"));
        URI migrations = gateway.resolve("/api/v1/migrations");
        try (Browser browser = new Browser()) {
            Page app = People.signIn(browser, gateway.resolve("/app"), people.newAccount());

            assertThat(app.status()).isEqualTo(200);
            assertThat(app.body()).contains("id=\"app\"");
            assertThat(browser.send(gateway.resolve("/api/v1/me"), "GET", BodyPublishers.noBody(), Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(browser.send(migrations, "POST", BodyPublishers.noBody(), Map.of())
                            .json()
                            .path("type")
                            .asText())
                    .isEqualTo("https://essaim.org/problems/csrf-header-missing");
            assertThat(browser.send(migrations, "POST", BodyPublishers.noBody(), Map.of("X-Essaim-CSRF", "1"))
                            .status())
                    .isEqualTo(201);
        }
    }
}
