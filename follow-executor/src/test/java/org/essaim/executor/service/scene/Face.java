package org.essaim.executor.service.scene;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import javax.imageio.ImageIO;
import org.essaim.testing.pds.PdsAccount;

/** What a person shows of themselves on a PDS. */
public final class Face {

    private final URI pds;
    private final PdsAccount account;

    public Face(URI pds, PdsAccount account) {
        this.pds = pds;
        this.account = account;
    }

    /** Writes a profile with a picture, as the person's own client does. */
    public void show(String name) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("identifier", account.did(), "password", account.password()))
                .post(pds + "/xrpc/com.atproto.server.createSession")
                .path("accessJwt");
        JsonPath uploaded = given().auth()
                .oauth2(token)
                .contentType("image/png")
                .body(picture())
                .post(pds + "/xrpc/com.atproto.repo.uploadBlob")
                .jsonPath();
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "repo",
                        account.did(),
                        "collection",
                        "app.bsky.actor.profile",
                        "rkey",
                        "self",
                        "record",
                        Map.of(
                                "$type",
                                "app.bsky.actor.profile",
                                "displayName",
                                name,
                                "avatar",
                                uploaded.getMap("blob"))))
                .post(pds + "/xrpc/com.atproto.repo.putRecord")
                .then()
                .statusCode(200);
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
