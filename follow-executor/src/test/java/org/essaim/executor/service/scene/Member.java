package org.essaim.executor.service.scene;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;

/** A member as the gateway speaks for them. */
public final class Member {

    private final MemberId id = new MemberId(UUID.randomUUID());
    private final String session = UUID.randomUUID().toString();

    public MemberId id() {
        return id;
    }

    public RequestSpecification request() {
        return given().auth()
                .oauth2(Tokens.ofMember("subject-of-" + id.asString()))
                .contentType(ContentType.JSON);
    }

    public Response begin(Network network, String typed) {
        return begin(network, typed, Map.of());
    }

    /** {@code more} fields of the wish. */
    public Response begin(Network network, String typed, Map<String, String> more) {
        Map<String, String> wish = new HashMap<>(more);
        wish.putAll(Map.of("network", network.name(), "account", typed, "session", session));
        return request().body(wish).post("/api/members/" + id.asString() + "/links");
    }

    /** The whole way: begins, lets the person walk to their server and back, completes. */
    public TargetAccount link(Network network, String typed, UnaryOperator<URI> person) {
        return link(network, typed, person, Map.of());
    }

    /** The whole way, with {@code more} fields of the wish. */
    public TargetAccount link(Network network, String typed, UnaryOperator<URI> person, Map<String, String> more) {
        Response begun = begin(network, typed, more);
        begun.then().statusCode(201);
        URI back = person.apply(URI.create(begun.path("authorizationUrl")));
        Response completed = complete(back);
        completed.then().statusCode(200);
        return new TargetAccount(network, completed.path("account.id"), completed.path("account.handle"));
    }

    public Response complete(URI back) {
        Map<String, String> body = new HashMap<>();
        for (String pair : back.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            body.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        body.keySet().retainAll(java.util.Set.of("state", "code", "iss", "error"));
        body.put("session", session);
        return request().body(body).post("/api/members/" + id.asString() + "/links/completions");
    }

    public Response grants() {
        return request().get("/api/members/" + id.asString() + "/grants");
    }

    public Response unlink(TargetAccount account) {
        return request().queryParam("account", account.id()).delete("/api/members/" + id.asString() + "/grants");
    }
}
