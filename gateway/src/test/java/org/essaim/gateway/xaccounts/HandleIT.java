package org.essaim.gateway.xaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.essaim.testing.x.XAccount;
import org.essaim.testing.x.XControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handle, proven by a post. */
@QuarkusTest
class HandleIT extends GatewayScenario {

    private static final String HANDLE = "/api/v1/me/x-handle";
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final XControl x = new XControl(URI.create(config("test.x")));
    private final XAccount owner = x.putAccount(
            Long.toString(NUMBERS.incrementAndGet()),
            "h" + UUID.randomUUID().toString().replace("-", "").substring(0, 12),
            "Somebody");

    @AfterEach
    void close() {
        x.close();
    }

    private static String code(Person person) {
        return as(person)
                .post(HANDLE + "/codes")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    /** Posts as the owner; gives the address of the post. */
    private String posted(String text) {
        return x.post(owner, Long.toString(NUMBERS.incrementAndGet()), text).toString();
    }

    private static ValidatableResponse read(Person person, String address) {
        return as(person)
                .body("{\"post\":\"" + address + "\"}")
                .post(HANDLE + "/readings")
                .then();
    }

    @Test
    void handleShouldBeProvenAndTheAccountStayUnprovenWhenItsOwnerPostsTheCode() {
        Person bea = people.withPassword();
        String address = posted("This is me: " + code(bea));

        read(bea, address).statusCode(200).body("handle", equalTo(owner.username()));

        as(bea).get(HANDLE).then().body("handle", equalTo(owner.username()));
        assertThat(me(bea).path("xAccount").isNull()).isTrue();
        assertThat(me(bea).path("notices").findValuesAsText("kind")).contains("X_HANDLE_PROVEN");
        read(bea, address).statusCode(409).body("type", equalTo("https://essaim.org/problems/no-code"));
    }

    @Test
    void handleShouldGoToWhomeverProvesItLaterAndBothBeTold() {
        Person bea = people.withPassword();
        Person ana = people.withPassword();
        read(bea, posted(code(bea))).statusCode(200);

        read(ana, posted("mine now " + code(ana))).statusCode(200);

        as(bea).get(HANDLE).then().body("handle", nullValue());
        assertThat(me(bea).path("notices").findValuesAsText("kind")).contains("X_HANDLE_DISPLACED");
    }

    @Test
    void handleShouldNotBeProvenByAPostWithAnothersCode() {
        Person bea = people.withPassword();
        Person ana = people.withPassword();
        String address = posted(code(ana));
        code(bea);

        read(bea, address).statusCode(409).body("type", equalTo("https://essaim.org/problems/code-missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com.evil.test/somebody/status/1",
                "https://evil.test/?https://x.com/somebody/status/1",
                "http://x.com/somebody/status/1",
                "https://x.com/somebody/status/1x",
                "https://x.com/some-body/status/1",
                ""
            })
    void addressShouldBeRefusedWhenItIsNotOneOfAPost(String address) {
        Person bea = people.withPassword();
        code(bea);

        read(bea, address).statusCode(422);
    }

    @Test
    void handleShouldNotBeProvenWhenXShowsNoSuchPost() {
        Person bea = people.withPassword();
        code(bea);

        read(bea, "https://x.com/" + owner.username() + "/status/1").statusCode(404);
    }
}
