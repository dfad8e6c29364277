package org.essaim.gateway.world;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.People.Person;
import org.jspecify.annotations.Nullable;

/** The words of a scenario that goes on after the matching. */
public abstract class MoveScenario extends GatewayScenario {

    private static final AtomicLong REVISION = new AtomicLong(System.nanoTime());
    private static final AtomicLong X_IDS = new AtomicLong(System.nanoTime());

    protected static String move(String migration, String path) {
        return "/api/v1/migrations/" + migration + path;
    }

    protected static void decide(Person person, String migration, String decision) {
        as(person)
                .body("{\"decision\":\"" + decision + "\",\"all\":true}")
                .post(move(migration, "/decisions"))
                .then()
                .statusCode(200);
    }

    protected static void decide(Person person, String migration, String decision, Match match) {
        as(person)
                .body("{\"decision\":\"" + decision + "\",\"matches\":[\"" + match.xId() + "\"]}")
                .post(move(migration, "/decisions"))
                .then()
                .statusCode(200)
                .body("decided", equalTo(1));
    }

    protected static void plan(Person person, String migration, int follows) {
        as(person)
                .body("{}")
                .post(move(migration, "/plans"))
                .then()
                .statusCode(202)
                .body("follows", equalTo(follows));
    }

    /** Tells the matches of a bucket, and waits until so many wait for a decision. */
    protected void stand(Person person, String migration, int bucket, List<Match> matches) {
        wire.tell(matches(person, bucket, matches));
        statusOnce(person, migration, status -> status.path("undecided").asInt() == matches.size());
    }

    protected static MemberMatches matches(Person person, int bucket, List<Match> matches) {
        return new MemberMatches(memberId(person), bucket, 1, REVISION.incrementAndGet(), matches);
    }

    protected static Match match(int bucket, int closeness, Network network) {
        return match(bucket, closeness, false, Assurance.PROVEN, List.of(account(network)));
    }

    protected static Match match(
            int bucket, int closeness, boolean mutual, Assurance finder, List<TargetAccount> targets) {
        long xId = X_IDS.incrementAndGet();
        while (Buckets.of(xId) != bucket) {
            xId = X_IDS.incrementAndGet();
        }
        List<Evidence> evidence = new ArrayList<>(List.of(Evidence.FOLLOWED));
        if (mutual) {
            evidence.add(Evidence.FOLLOWED_ME);
        }
        return new Match(
                new XId(xId),
                new MemberId(UUID.randomUUID()),
                Assurance.PROVEN,
                finder,
                evidence,
                mutual,
                closeness,
                targets);
    }

    protected <T> List<T> plans(TargetAccount acting, Class<T> type, int atLeast) {
        return await().atMost(PATIENCE)
                .until(
                        () -> wire.read(Topics.FOLLOW_PLANS, acting.id()::equals, FollowPlan.class).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList(),
                        plans -> plans.size() >= atLeast);
    }

    /** Every match that a query lets through, page by page; the X ids in the order they are shown. */
    protected static List<String> pages(Person person, String migration, String query, int limit) {
        List<String> xIds = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = matchPage(person, migration, query, limit, cursor);
            xIds.addAll(page.path("matches").findValuesAsText("xId"));
            cursor = page.path("next").textValue();
        } while (cursor != null);
        return xIds;
    }

    protected static JsonNode matchPage(
            Person person, String migration, String query, int limit, @Nullable String cursor) {
        RequestSpecification request = as(person).queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return json(request.get(move(migration, query.isEmpty() ? "/matches" : "/matches?" + query))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
