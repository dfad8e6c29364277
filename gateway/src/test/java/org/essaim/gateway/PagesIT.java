package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People;
import org.essaim.gateway.world.People.Account;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;
import org.junit.jupiter.api.Test;

/** How the web app is served. */
@QuarkusTest
class PagesIT extends GatewayScenario {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @Test
    void landingPageShouldBeAskedForAnewAndHoldNothingInline() {
        String page = given().get("/")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .extract()
                .asString();

        assertThat(page).contains("id=\"app\"").doesNotContain("<style").doesNotContainPattern("<script[^>]*>[^<]");
    }

    @Test
    void assetShouldBeKeptForEverAndCompressed() {
        Matcher script = SCRIPT.matcher(given().get("/").asString());
        assertThat(script.find()).isTrue();

        given().header("Accept-Encoding", "gzip")
                .get(script.group(1))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void addressShouldNotBeFoundWhenThereIsNoPage() {
        given().get("/no/such/page").then().statusCode(404).body(not(containsString("id=\"app\"")));
        given().get("/assets/none.js").then().statusCode(404);
    }

    @Test
    void stationShouldBeServedWhenSignedIn() {
        URI gateway = URI.create(config("test.gateway"));
        try (Browser browser = new Browser()) {
            Page people = People.signIn(browser, gateway.resolve("/app/people"), this.people.newAccount());

            assertThat(people.status()).isEqualTo(200);
            assertThat(people.address().getPath()).isEqualTo("/app/people");
            assertThat(people.body()).contains("id=\"app\"");
        }
    }

    @Test
    void keycloakShouldOfferAPasskeyWhenPersonAsksForOne() {
        Page page = seenWhenSignedIn("/app/passkey");

        assertThat(page.address().getPath()).startsWith("/realms/essaim/login-actions/required-action");
        assertThat(page.address().getQuery()).contains("webauthn-register-passwordless");
        assertThat(page.body()).contains("webauthn");
    }

    @Test
    void accountShouldBeShownByKeycloakWhenPersonIsSignedIn() {
        Page page = seenWhenSignedIn("/app/account");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address().getPath()).isEqualTo("/realms/essaim/account/account-security/signing-in");
    }

    @Test
    void accountShouldBeFoundWhenThereIsATokenAndNoSession() {
        as(people.withPassword())
                .redirects()
                .follow(false)
                .get("/app/account")
                .then()
                .statusCode(303)
                .header("Location", containsString("/realms/essaim/account/account-security/signing-in"));
    }

    /** Where a person who is signed in comes to who opens this. */
    private Page seenWhenSignedIn(String path) {
        URI gateway = URI.create(config("test.gateway"));
        Account account = people.newAccount();
        try (Browser browser = new Browser()) {
            People.signIn(browser, gateway.resolve("/app"), account);
            return People.signIn(browser, gateway.resolve(path), account);
        }
    }
}
