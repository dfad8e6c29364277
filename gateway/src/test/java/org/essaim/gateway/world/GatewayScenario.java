package org.essaim.gateway.world;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.GrantLinked;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.People.Person;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.essaim.testing.web.Api;

/** A running gateway among real servers, and the words its scenarios are told in. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_gateway"))
@QuarkusTestResource(GatewayWorld.class)
public abstract class GatewayScenario {

    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    protected final Wire wire = new Wire(config("kafka.bootstrap.servers"));
    protected final People people = new People(config("quarkus.oidc.auth-server-url"), config("test.x"));

    protected static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    protected static RequestSpecification as(Person person) {
        return given().header("Authorization", "Bearer " + person.token()).header("Content-Type", "application/json");
    }

    protected static JsonNode me(Person person) {
        return json(
                as(person).get("/api/v1/me").then().statusCode(200).extract().asString());
    }

    protected static MemberId memberId(Person person) {
        return MemberId.of(me(person).path("id").asText());
    }

    /** What the person sees of themselves once it is so. */
    protected static JsonNode meOnce(Person person, Predicate<JsonNode> so) {
        return await().atMost(PATIENCE).until(() -> me(person), so);
    }

    protected static void proven(Person person) {
        meOnce(person, me -> me.path("xAccount").path("assurance").asText().equals("PROVEN"));
    }

    protected static String newMigration(Person person) {
        return json(as(person)
                        .post("/api/v1/migrations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("id")
                .asText();
    }

    protected static JsonNode statusOnce(Person person, String migration, Predicate<JsonNode> so) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(as(person)
                                .get("/api/v1/migrations/" + migration)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()),
                        so);
    }

    protected TargetAccount link(Person person, Network network) {
        MemberId member = memberId(person);
        TargetAccount account = account(network);
        wire.tell(new GrantLinked(member, account, List.of("follow"), true, 1, Instant.now()));
        meOnce(person, me -> me.path("links").findValuesAsText("id").contains(account.id()));
        return account;
    }

    protected static TargetAccount account(Network network) {
        String name = "a" + UUID.randomUUID().toString().substring(0, 12);
        return switch (network) {
            case BLUESKY -> new TargetAccount(network, "did:plc:" + name, name + ".test");
            case MASTODON -> new TargetAccount(network, "https://social.test/users/" + name, name + "@social.test");
        };
    }

    protected static ArchiveIngested ingested(MemberId member, UUID archive, long generation, XId owner) {
        return new ArchiveIngested(
                member,
                archive,
                generation,
                owner,
                "somebody",
                Assurance.CLAIMED,
                new ArchiveIngested.Counts(3, 2, 1, 0),
                List.of(),
                Instant.now());
    }

    protected static void lists(MemberId member, String list, long... ids) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("member", member.asString())
                .put("list", list);
        for (long id : ids) {
            body.withArray("ids").add(id);
        }
        control("essaim.gateway.ingest-url", "/_control/lists", body);
    }

    protected static void listsFail(MemberId member, boolean fail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("member", member.asString());
        control("essaim.gateway.ingest-url", fail ? "/_control/failing" : "/_control/well", body);
    }

    private static void control(String server, String path, ObjectNode body) {
        try (Api api = new Api(URI.create(config(server)))) {
            api.post(path, body, Map.of()).succeeded();
        }
    }

    /** The last call that follow-executor got. */
    protected static JsonNode executorHeard() {
        try (Api api = new Api(URI.create(config("essaim.gateway.executor-url")))) {
            return api.get("/_control/last", Map.of()).succeeded().json();
        }
    }

    protected static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
