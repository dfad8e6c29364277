package org.essaim.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.essaim.gateway.world.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every call of the document, made by everyone. A call that is in the document and not among {@link #MINE}, {@link #OF_ONE_MOVE},
 * {@link #OF_OPERATORS} or {@link #OPEN} fails the build: whoever adds one says here whose it is.
 */
@Tag("slow")
@QuarkusTest
class AuthorizationMatrixIT extends GatewayScenario {

    private static final Set<String> OPEN = Set.of("oauthClientMetadata", "oauthKeys", "figures");

    private static final Set<String> MINE = Set.of(
            "me",
            "consents",
            "consentHistory",
            "chooseFindability",
            "withdrawFindability",
            "followArrivals",
            "stopFollowingArrivals",
            "allowEmail",
            "stopEmail",
            "allowPartner",
            "stopPartner",
            "refreshXAccount",
            "xHandle",
            "offerXCode",
            "readXPost",
            "letters",
            "writeIn",
            "remindOfArchive",
            "forgetReminder",
            "disputes",
            "raiseDispute",
            "takeDisputeBack",
            "export",
            "eraseMe",
            "links",
            "beginLink",
            "completeLink",
            "unlink",
            "followingList",
            "picture",
            "migrations",
            "beginMigration");

    private static final Set<String> OF_ONE_MOVE = Set.of(
            "migration",
            "bringArchive",
            "archiveProgress",
            "takeArchiveBack",
            "matches",
            "matchCounts",
            "decide",
            "profiles",
            "previewPlan",
            "plan",
            "pause",
            "resume",
            "cancel",
            "undo",
            "outlook",
            "follows",
            "events");

    private static final Set<String> OF_OPERATORS = Set.of(
            "deadLetters",
            "redeliver",
            "lookUpMember",
            "erasure",
            "rebuildMatches",
            "audit",
            "acts",
            "openDisputes",
            "decideDispute",
            "stops",
            "stop",
            "liftStop",
            "leftOutHosts",
            "leaveOut",
            "takeIn");

    /** Ends the member, or does not end. */
    private static final Set<String> NOT_MADE_BY_WHO_MAY = Set.of("eraseMe", "events");

    @Test
    void everyCallShouldHaveARow() {
        List<String> unknown = document().calls().stream()
                .map(ApiDocument.Call::id)
                .filter(id -> !row(id))
                .toList();

        assertThat(unknown).as("calls of which nobody has said whose they are").isEmpty();
    }

    private static boolean row(String id) {
        return Stream.of(OPEN, MINE, OF_ONE_MOVE, OF_OPERATORS).anyMatch(row -> row.contains(id));
    }

    @TestFactory
    Stream<DynamicTest> whoMayNotShouldBeRefused() {
        Tokens tokens = new Tokens(config("quarkus.oidc.auth-server-url"));
        String member = people.withPassword().token();
        Map<String, Supplier<@Nullable String>> nobody = Map.of(
                "anonymous", () -> null,
                "expired", () -> tokens.expired(member),
                "forged", () -> tokens.signedByAnother(member),
                "wrong audience", tokens::forAnotherAudience,
                "wrong issuer", tokens::ofAnotherIssuer);
        return nobody.entrySet().stream().flatMap(who -> {
            String token = who.getValue().get();
            return closed().map(call -> DynamicTest.dynamicTest(
                    who.getKey() + ": " + call,
                    () -> refused(send(call, token, UUID.randomUUID().toString()), 401)));
        });
    }

    @TestFactory
    Stream<DynamicTest> partnerShouldBeForbidden() {
        Person partner = people.partner();
        return closed().map(call -> DynamicTest.dynamicTest(
                call.toString(),
                () -> refused(send(call, partner.token(), UUID.randomUUID().toString()), 403)));
    }

    @TestFactory
    Stream<DynamicTest> operatorsCallShouldBeForbiddenForAMember() {
        Person member = people.withPassword();
        return closed().filter(call -> OF_OPERATORS.contains(call.id()))
                .map(call ->
                        DynamicTest.dynamicTest(call.toString(), () -> refused(send(call, member.token(), ""), 403)));
    }

    @TestFactory
    Stream<DynamicTest> anothersMoveShouldLookAsIfItWereNotThere() {
        String migration = newMigration(people.withPassword());
        Person other = people.withPassword();
        return closed().filter(call -> OF_ONE_MOVE.contains(call.id()))
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> {
                    Response response = send(call, other.token(), migration);
                    refused(response, 404);
                    assertThat(response.path("type").toString()).endsWith("/migration-not-found");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoMayShouldNotBeRefused() {
        Person operator = people.withPassword("operator");
        String migration = newMigration(operator);
        return document().calls().stream()
                .filter(call -> row(call.id()) && !NOT_MADE_BY_WHO_MAY.contains(call.id()))
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> assertThat(send(call, operator.token(), migration).statusCode())
                                .isNotIn(401, 403, 500)));
    }

    private Stream<ApiDocument.Call> closed() {
        return document().calls().stream().filter(call -> !OPEN.contains(call.id()) && row(call.id()));
    }

    private static void refused(Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    private static Response send(ApiDocument.Call call, @Nullable String token, String migration) {
        boolean archive = call.id().equals("bringArchive");
        RequestSpecification request = given().redirects()
                .follow(false)
                .header("X-Essaim-CSRF", "1")
                .contentType(archive ? "application/vnd.essaim.extract+json" : "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!call.operation().path("requestBody").isMissingNode()) {
            request.body(archive ? "{}" : example(call));
        }
        String path = call.path()
                .replace("{id}", migration)
                .replace("{partner}", "observatory")
                .replace("{picture}", "abc")
                .replace("{topic}", "follow.plans.v1")
                .replaceAll("\\{[^}]*}", "one");
        String query = call.path().startsWith("/api/v1/me/links") ? "?account=did:plc:one" : "";
        return request.request(call.method(), path + query);
    }

    private static String example(ApiDocument.Call call) {
        return call.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example")
                .toString();
    }

    private static ApiDocument document() {
        return ApiDocument.load();
    }
}
