package org.essaim.testing.mastodon.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.essaim.testing.mastodon.oauth.Scopes;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.WebResponse;

/** What a server says about itself. */
public final class InstanceEndpoints {

    private final Instance instance;
    private final Release release;

    public InstanceEndpoints(Instance instance, Release release) {
        this.instance = instance;
        this.release = release;
    }

    public void declare(Router router) {
        router.on("GET", "/api/v2/instance", Access.anyone(), call -> WebResponse.json(200, current()))
                .on("GET", "/api/v1/instance", Access.anyone(), call -> WebResponse.json(200, older()))
                .on(
                        "GET",
                        "/api/v1/timelines/home",
                        Access.person("read", "read:statuses"),
                        call -> WebResponse.json(200, "[]"))
                .on("POST", "/api/v1/statuses", Access.person("write", "write:statuses"), call -> {
                    throw Refusal.of(503, "This stand-in keeps no posts");
                })
                .on("GET", "/.well-known/nodeinfo", Access.anyone(), call -> WebResponse.json(200, nodeinfoLinks()))
                .on("GET", "/nodeinfo/2.0", Access.anyone(), call -> WebResponse.json(200, nodeinfo()));
        if (release.hasDiscovery()) {
            router.on(
                    "GET",
                    "/.well-known/oauth-authorization-server",
                    Access.anyone(),
                    call -> WebResponse.json(200, authorizationServer()));
        }
    }

    private JsonNode current() {
        String name = "instance.json";
        try (InputStream template = Objects.requireNonNull(InstanceEndpoints.class.getResourceAsStream(name), name)) {
            String text = new String(template.readAllBytes(), UTF_8)
                    .replace("${base}", instance.base().toString())
                    .replace("${domain}", instance.domain())
                    .replace("${version}", release.version());
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode older() {
        JsonNode now = current();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("uri", instance.domain())
                .put("title", now.path("title").asText())
                .put("short_description", "")
                .put("description", "")
                .put("email", "")
                .put("version", release.version());
        body.putObject("urls").put("streaming_api", instance.base().toString());
        body.putObject("stats")
                .put("user_count", instance.locals().size())
                .put("status_count", 0)
                .put("domain_count", 1);
        body.set("thumbnail", now.path("thumbnail").path("url"));
        body.set("languages", now.path("languages"));
        body.put("registrations", true).put("approval_required", false).put("invites_enabled", true);
        body.set("configuration", now.path("configuration"));
        body.putNull("contact_account");
        body.putArray("rules");
        return body;
    }

    private ObjectNode nodeinfoLinks() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("links")
                .addObject()
                .put("rel", "http://nodeinfo.diaspora.software/ns/schema/2.0")
                .put("href", instance.base().resolve("/nodeinfo/2.0").toString());
        return body;
    }

    private ObjectNode nodeinfo() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", "2.0");
        body.putObject("software").put("name", "mastodon").put("version", release.version());
        body.putArray("protocols").add("activitypub");
        ObjectNode services = body.putObject("services");
        services.putArray("outbound");
        services.putArray("inbound");
        ObjectNode usage = body.putObject("usage").put("localPosts", 0);
        usage.putObject("users")
                .put("total", instance.locals().size())
                .put("activeMonth", 0)
                .put("activeHalfyear", 0);
        body.put("openRegistrations", true);
        body.putObject("metadata").put("nodeName", "Essaim sandbox").put("nodeDescription", "");
        return body;
    }

    private ObjectNode authorizationServer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("issuer", instance.base() + "/")
                .put("authorization_endpoint", at("/oauth/authorize"))
                .put("token_endpoint", at("/oauth/token"))
                .put("revocation_endpoint", at("/oauth/revoke"));
        if (release.hasUserinfo()) {
            body.put("userinfo_endpoint", at("/oauth/userinfo"));
        }
        Scopes.ALL.forEach(body.putArray("scopes_supported")::add);
        body.putArray("response_types_supported").add("code");
        body.putArray("response_modes_supported").add("query").add("fragment").add("form_post");
        ArrayNode grants = body.putArray("grant_types_supported").add("authorization_code");
        if (release.hasPasswordGrant()) {
            grants.add("password");
        }
        grants.add("client_credentials");
        body.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("client_secret_post");
        body.putArray("code_challenge_methods_supported").add("S256");
        return body.put("service_documentation", "https://docs.joinmastodon.org/")
                .put("app_registration_endpoint", at("/api/v1/apps"));
    }

    private String at(String path) {
        return instance.base().resolve(path).toString();
    }
}
