package org.essaim.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.essaim.local.demo.http.Session;
import org.essaim.local.demo.http.SignIn;
import org.essaim.local.demo.people.Cast;
import org.essaim.local.demo.people.Role;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;
import org.essaim.testing.web.Api;

/** The demo's main person, signed in with the password that the demo gives for a visit. */
final class Visitor implements AutoCloseable {

    private static final Ports PORTS = Ports.from(System.getenv());

    private final Api gateway = new Api(PORTS.http(Port.GATEWAY));
    private final String name = "x." + Cast.standard().the(Role.MAIN).xId().asString();
    private final Session session;

    Visitor(String password) {
        try (SignIn signIn = new SignIn(PORTS.http(Port.KEYCLOAK), PORTS.http(Port.X))) {
            this.session = signIn.withPassword(name, password);
        }
    }

    /** What would tell of them: their id in both its forms, log-in, and accounts. */
    List<String> traces() {
        JsonNode me = gateway.get("/api/v1/me", headers()).succeeded().json();
        String member = me.path("id").asText();
        List<String> traces = new ArrayList<>(
                List.of(member, UUID.fromString(member).toString().replace("-", ""), name));
        me.path("links").forEach(link -> {
            traces.add(link.path("account").path("id").asText());
            traces.add(link.path("account").path("handle").asText());
        });
        return traces;
    }

    void erase() {
        gateway.send("DELETE", "/api/v1/me", "", headers()).succeeded();
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + session.accessToken());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
