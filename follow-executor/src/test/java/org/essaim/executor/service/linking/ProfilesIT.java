package org.essaim.executor.service.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Face;
import org.essaim.executor.service.scene.Member;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class ProfilesIT {

    private final MastodonControl mastodon = ExecutorResource.mastodon();
    private final PdsControl pds = ExecutorResource.pds();
    private final Member member = new Member();

    @AfterEach
    void close() {
        mastodon.close();
        pds.close();
    }

    private static String name() {
        return "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private Response profiles(TargetAccount... accounts) {
        return member.request()
                .body(List.of(accounts))
                .post("/api/members/" + member.id().asString() + "/profiles");
    }

    private JsonPath known(TargetAccount account) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> profiles(account).jsonPath().getBoolean("[0].known"));
        return profiles(account).jsonPath();
    }

    @Test
    void nameAndSmallPictureShouldBeServedWhenAnAccountShowsThem() throws IOException {
        PdsAccount ben = pds.createAccount(name());
        new Face(ExecutorResource.pdsUri(), ben).show("Ben \u202ethe Bee");

        JsonPath seen = known(new TargetAccount(Network.BLUESKY, ben.did(), ben.handle()));

        assertThat(seen.getString("[0].name")).isEqualTo("Ben the Bee");
        Response picture = member.request()
                .get("/api/members/" + member.id().asString() + "/pictures/" + seen.getString("[0].picture"));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).contains("private", "immutable");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.asByteArray())).getWidth())
                .isEqualTo(96);
    }

    @Test
    void profileShouldBeEmptyWhenAnAccountShowsNothing() {
        PdsAccount bare = pds.createAccount(name());

        JsonPath nothing = known(new TargetAccount(Network.BLUESKY, bare.did(), bare.handle()));

        assertThat(nothing.getString("[0].name")).isNull();
        assertThat(nothing.getString("[0].picture")).isNull();
    }

    @Test
    void profileShouldBeEmptyWhenTheAccountIsTakenDown() {
        PdsAccount gone = pds.createAccount(name());
        pds.takeDown(gone.did(), true);

        JsonPath nothing = known(new TargetAccount(Network.BLUESKY, gone.did(), gone.handle()));

        assertThat(nothing.getString("[0].name")).isNull();
        assertThat(nothing.getString("[0].picture")).isNull();
    }

    @Test
    void nameShouldBeServedWhenAMastodonAccountHasOne() {
        MastodonAccount eve = mastodon.createAccount(
                JsonNodeFactory.instance.objectNode().put("username", name()).put("displayName", "Eve of Elsewhere"));

        JsonPath seen = known(new TargetAccount(Network.MASTODON, eve.uri().toString(), eve.address()));

        assertThat(seen.getString("[0].name")).isEqualTo("Eve of Elsewhere");
    }

    @Test
    void profileShouldBeForgottenWhenItsAccountLeavesEssaim() {
        MastodonAccount eve = mastodon.createAccount(
                JsonNodeFactory.instance.objectNode().put("username", name()).put("displayName", "Eve, for now"));
        Member leaving = new Member();
        TargetAccount account =
                leaving.link(Network.MASTODON, eve.address(), url -> new MastodonPerson(eve).authorize(url));
        assertThat(known(account).getString("[0].name")).isEqualTo("Eve, for now");

        leaving.unlink(account).then().statusCode(204);

        assertThat(profiles(account).jsonPath().getString("[0].name")).isNull();
    }

    @Test
    void profilesShouldBeRefusedWhenNobodyIsSignedInOrTooManyAreWanted() {
        given().get("/api/members/" + member.id().asString() + "/pictures/00")
                .then()
                .statusCode(401);
        member.request()
                .get("/api/members/" + member.id().asString() + "/pictures/00")
                .then()
                .statusCode(404);
        TargetAccount[] many = new TargetAccount[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = new TargetAccount(Network.MASTODON, "https://m.example/users/u" + i, "u" + i + "@m.example");
        }
        profiles(many).then().statusCode(400);
    }
}
