package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.essaim.local.console.Progress;
import org.essaim.local.demo.people.Person;
import org.essaim.local.house.Setting;
import org.essaim.local.ports.Port;
import org.essaim.testing.web.Api;

/** Leaves the demo's house open for a visit: gives the main person a password and says where everything is. */
final class OpenHouse {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USERS = "/admin/realms/essaim/users";

    private final Setting setting;
    private final Progress progress;

    OpenHouse(Setting setting, Progress progress) {
        this.setting = setting;
        this.progress = progress;
    }

    void welcome(Person main) throws IOException {
        String user = "x." + main.xId();
        String password = setting.secrets().password("demo-login");
        try (Api keycloak = new Api(setting.ports().http(Port.KEYCLOAK))) {
            giveKey(keycloak, user, password);
        }
        progress.say("");
        progress.say("  Essaim      " + setting.ports().http(Port.GATEWAY));
        progress.say("  log in as   " + user);
        progress.say("  password    " + password);
        progress.say("  Keycloak    " + setting.ports().http(Port.KEYCLOAK) + "  (admin, password in "
                + setting.data().resolve("secrets") + ")");
        progress.say("  Bluesky     " + setting.ports().localhost(Port.PDS));
        progress.say("  Mastodon    " + setting.ports().http(Port.MASTODON) + "/@" + main.name());
        progress.say("  logs        " + setting.data().resolve("logs"));
        progress.say("  Ctrl-C stops everything.");
    }

    private void giveKey(Api keycloak, String user, String password) throws IOException {
        String token = keycloak.postForm(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", setting.secrets().password("keycloak-admin")),
                        Map.of())
                .succeeded()
                .json()
                .path("access_token")
                .asText();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        JsonNode found = keycloak.get(USERS + "?exact=true&username=" + user, headers)
                .succeeded()
                .json();
        ObjectNode key = JSON.createObjectNode()
                .put("type", "password")
                .put("temporary", false)
                .put("value", password);
        keycloak.send(
                        "PUT",
                        USERS + "/" + found.path(0).path("id").asText() + "/reset-password",
                        key.toString(),
                        headers)
                .succeeded();
    }
}
