package org.essaim.testing.pds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class PdsIT {

    private static final String FOLLOW_SCOPE = "atproto repo:app.bsky.graph.follow?action=create&action=delete";
    private static Pds pds;
    private static PdsControl control;

    @BeforeAll
    static void start() {
        pds = Pds.start();
        control = pds.control();
    }

    @AfterAll
    static void stop() {
        control.close();
        pds.close();
        assertThat(ProcessHandle.of(pds.pid()).filter(ProcessHandle::isAlive))
                .as("the process ends with its standard input")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FOLLOW_SCOPE, "atproto transition:generic"})
    void personShouldLetClientFollowAndUndoWhenConsentingToScope(String scope) {
        String suffix = scope.contains("generic") ? "b" : "a";
        PdsAccount anna = control.createAccount("anna-" + suffix);
        PdsAccount ben = control.createAccount("ben-" + suffix);
        try (DpopClient client = new DpopClient(pds.uri(), scope)) {
            Parameters redirect = redirectOf(new PdsPerson(anna).authorize(client.pushed(anna.handle())));
            assertThat(redirect.one("state")).contains("the-state");
            assertThat(redirect.one("iss")).contains(pds.uri().toString());

            JsonNode tokens = client.exchange(redirect.one("code").orElseThrow());
            assertThat(tokens.path("token_type").asText()).isEqualTo("DPoP");
            assertThat(tokens.path("sub").asText()).isEqualTo(anna.did());
            assertThat(tokens.path("scope").asText()).isEqualTo(scope);

            String key = "3mabcdefghijk";
            Answer followed =
                    client.applyWrites(anna.did(), DpopClient.create(key, ben.did(), "2026-11-22T12:00:00.000Z"));
            assertThat(followed.status()).as(followed.body()).isEqualTo(200);
            assertThat(followed.headers().firstValue("RateLimit-Policy")).isPresent();
            assertThat(control.follows(anna.did()))
                    .extracting(FollowRecord::recordKey, FollowRecord::subject)
                    .containsExactly(tuple(key, ben.did()));

            Answer undone = client.applyWrites(anna.did(), DpopClient.delete(key));
            assertThat(undone.status()).as(undone.body()).isEqualTo(200);
            assertThat(control.follows(anna.did())).isEmpty();
        }
    }

    @Test
    void grantShouldRefuseDeletingWhenOnlyCreatingWasConsentedTo() {
        PdsAccount carla = control.createAccount("carla");
        PdsAccount dan = control.createAccount("dan-the-one");
        try (DpopClient client = new DpopClient(pds.uri(), "atproto repo:app.bsky.graph.follow?action=create")) {
            Parameters redirect = redirectOf(new PdsPerson(carla).authorize(client.pushed(carla.handle())));
            client.exchange(redirect.one("code").orElseThrow());
            String key = "3mabcdefghijk";
            assertThat(client.applyWrites(carla.did(), DpopClient.create(key, dan.did(), "2026-11-22T12:00:00.000Z"))
                            .status())
                    .isEqualTo(200);
            assertThat(client.applyWrites(carla.did(), DpopClient.delete(key)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void redirectShouldSayAccessDeniedWhenPersonSaysNo() {
        PdsAccount emma = control.createAccount("emma");
        try (DpopClient client = new DpopClient(pds.uri(), FOLLOW_SCOPE)) {
            Parameters redirect = redirectOf(new PdsPerson(emma).deny(client.pushed(emma.handle())));
            assertThat(redirect.one("error")).contains("access_denied");
            assertThat(redirect.one("code")).isEmpty();
        }
    }

    @Test
    void personShouldBeRefusedWhenPasswordIsWrong() {
        PdsAccount fred = control.createAccount("fred");
        try (DpopClient client = new DpopClient(pds.uri(), FOLLOW_SCOPE)) {
            URI page = client.pushed(fred.handle());
            PdsPerson stranger = new PdsPerson(new PdsAccount(fred.did(), fred.handle(), "not the password"));
            assertThatThrownBy(() -> stranger.authorize(page))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("/sign-in");
        }
    }

    @Test
    void refreshTokenShouldEndTheSessionWhenUsedTwice() {
        PdsAccount gina = control.createAccount("gina");
        try (DpopClient client = new DpopClient(pds.uri(), FOLLOW_SCOPE)) {
            Parameters redirect = redirectOf(new PdsPerson(gina).authorize(client.pushed(gina.handle())));
            String first = client.exchange(redirect.one("code").orElseThrow())
                    .path("refresh_token")
                    .asText();
            Map<String, String> refresh = Map.of("grant_type", "refresh_token", "refresh_token", first);
            String second = client.token(refresh)
                    .succeeded()
                    .json()
                    .path("refresh_token")
                    .asText();

            assertThat(client.token(refresh).body()).contains("invalid_grant");
            assertThat(client.token(Map.of("grant_type", "refresh_token", "refresh_token", second))
                            .body())
                    .contains("invalid_grant");
        }
    }

    @Test
    void repositoryShouldSayWhyWhenAccountIsGone() {
        PdsAccount hugo = control.createAccount("hugo");
        PdsAccount ida = control.createAccount("ida-one");
        PdsAccount jan = control.createAccount("jan-one");
        control.takeDown(hugo.did(), true);
        control.deactivate(ida);
        control.delete(jan.did());

        assertThat(List.of(statusOf(hugo), statusOf(ida), statusOf(jan)))
                .containsExactly("takendown", "deactivated", "RepoNotFound");

        control.takeDown(hugo.did(), false);
        control.activate(ida);
        assertThat(List.of(statusOf(hugo), statusOf(ida))).containsExactly("active", "active");
    }

    @Test
    void followsShouldBeWholeWhenThereIsMoreThanOnePage() {
        PdsAccount karl = control.createAccount("karl");
        for (int i = 0; i < 105; i++) {
            control.follow(
                    karl,
                    "did:plc:%024d"
                            .formatted(i)
                            .replace('0', 'a')
                            .replace('1', 'b')
                            .replace('8', 'c')
                            .replace('9', 'd'),
                    "2026-11-22T12:00:00.000Z");
        }
        assertThat(control.follows(karl.did()))
                .hasSize(105)
                .extracting(FollowRecord::uri)
                .doesNotHaveDuplicates();
    }

    private static String statusOf(PdsAccount account) {
        try (Api api = new Api(pds.uri())) {
            JsonNode status = api.get("/xrpc/com.atproto.sync.getRepoStatus?did=" + account.did(), Map.of())
                    .json();
            return status.hasNonNull("error")
                    ? status.path("error").asText()
                    : status.path("active").asBoolean()
                            ? "active"
                            : status.path("status").asText();
        }
    }

    private static Parameters redirectOf(URI redirect) {
        assertThat(redirect.toString()).startsWith(DpopClient.REDIRECT);
        return Parameters.parse(redirect.getRawQuery());
    }
}
