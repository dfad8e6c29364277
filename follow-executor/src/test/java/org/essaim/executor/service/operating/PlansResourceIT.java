package org.essaim.executor.service.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class PlansResourceIT {

    private final MastodonControl mastodon = ExecutorResource.mastodon();
    private final Plans plans = new Plans();
    private final Member member = new Member();

    @AfterEach
    void close() {
        plans.close();
        mastodon.close();
    }

    private MastodonAccount account() {
        return mastodon.createAccount(
                "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    }

    @Test
    void openPlansShouldBeForetoldAndHandedOutWhenTheAccountIsTheMembers() {
        MastodonAccount ana = account();
        TargetAccount acting =
                member.link(Network.MASTODON, ana.address(), url -> new MastodonPerson(ana).authorize(url));
        plans.send(new FollowPaused(member.id(), acting, 1, Instant.now()));
        List<PlannedFollow> follows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            follows.add(new PlannedFollow(
                    new TargetAccount(Network.MASTODON, "https://gone.example/users/u" + i, "u" + i + "@gone.example"),
                    i + 1));
        }
        plans.send(new FollowPlanned(member.id(), acting, 2, UUID.randomUUID(), follows, Instant.now()));
        await().until(() -> progress(member).jsonPath().getList("open").equals(List.of(200)));
        assertThat(progress(member).jsonPath().getString("[0].standing")).isEqualTo("PAUSED");
        assertThat(progress(member).jsonPath().getString("[0].endsAt")).isNull();

        String csv = csv(member, acting);
        assertThat(csv)
                .startsWith("Account address,Show boosts,Notify on new posts,Languages\nu0@gone.example,true,false,\n");
        assertThat(csv.lines()).hasSize(201);
        assertThat(csv(new Member(), acting).lines()).hasSize(1);

        plans.send(new FollowResumed(member.id(), acting, 3, Instant.now()));
        await().until(() -> progress(member).jsonPath().getString("[0].endsAt") != null);
        // 75 % of 400 a day, a quarter of it on the first day, half on the second: 75 and 150.
        assertThat(Instant.parse(progress(member).jsonPath().getString("[0].endsAt")))
                .isAfter(Instant.now());
    }

    @Test
    void planShouldBeForetoldBeforeItIsMade() {
        MastodonAccount ana = account();
        TargetAccount acting =
                member.link(Network.MASTODON, ana.address(), url -> new MastodonPerson(ana).authorize(url));

        Response small = foretold(member, acting, 1);
        Response large = foretold(member, acting, 500);

        assertThat(small.jsonPath().getList("open")).containsExactly(1);
        assertThat(large.jsonPath().getList("open")).containsExactly(500);
        assertThat(Instant.parse(large.jsonPath().getString("[0].endsAt")))
                .isAfter(Instant.parse(small.jsonPath().getString("[0].endsAt")));
        assertThat(foretold(new Member(), acting, 1).jsonPath().getList("open")).isEmpty();
        assertThat(foretold(member, acting, -1).statusCode()).isEqualTo(400);
        assertThat(progress(member).jsonPath().getList("open")).containsExactly(0);
    }

    private static Response foretold(Member whose, TargetAccount acting, int more) {
        return whose.request()
                .queryParam("account", acting.id())
                .queryParam("more", more)
                .get("/api/members/" + whose.id().asString() + "/progress");
    }

    private static Response progress(Member whose) {
        return whose.request().get("/api/members/" + whose.id().asString() + "/progress");
    }

    private static String csv(Member whose, TargetAccount acting) {
        return whose.request()
                .queryParam("account", acting.id())
                .get("/api/members/" + whose.id().asString() + "/following.csv")
                .asString();
    }
}
