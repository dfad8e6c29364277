package org.essaim.gateway.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.essaim.testing.keycloak.KeycloakResource;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.JvmShared;
import org.essaim.testing.servers.TemporaryDirectory;
import org.essaim.testing.x.FakeX;
import org.essaim.testing.x.XClient;

/** Keycloak with the broker for X, the stand-in of X behind it, and stand-ins of follow-executor and archive-ingest. One of each a JVM. */
public final class GatewayWorld implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String x = JvmShared.once("gateway-x", () -> FakeX.start().uri().toString());
        String port = JvmShared.once("gateway-port", () -> Integer.toString(FreePort.find()));
        String keycloak = KeycloakResource.shared(Map.of(
                "env.ESSAIM_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "additions",
                "deploy/keycloak/broker-x.json",
                "env.ESSAIM_X_CLIENT_ID",
                XClient.SANDBOX.id(),
                "env.ESSAIM_X_CLIENT_SECRET",
                XClient.SANDBOX.secret(),
                "env.ESSAIM_X_AUTHORIZATION_URL",
                x + "/i/oauth2/authorize",
                "env.ESSAIM_X_TOKEN_URL",
                x + "/2/oauth2/token",
                "env.ESSAIM_X_USERINFO_URL",
                x + "/2/users/me"));
        Path uploads = TemporaryDirectory.create("uploads");
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.oidc.auth-server-url", keycloak + "/realms/essaim");
        config.put("essaim.gateway.client-secret", KeycloakResource.SECRET);
        config.put("essaim.gateway.eraser-secret", KeycloakResource.SECRET);
        config.put("essaim.gateway.session-secret", "a secret of tests that is long enough");
        config.put("essaim.erasures.secret", "another secret of tests that is long enough");
        config.put(
                "essaim.gateway.executor-url",
                JvmShared.once("gateway-executor", () -> StandInExecutor.start().toString()));
        config.put(
                "essaim.gateway.ingest-url",
                JvmShared.once("gateway-ingest", () -> StandInIngest.start().toString()));
        config.put("essaim.uploads.directory", uploads.toString());
        config.put("essaim.gateway.largest-extract", "1M");
        config.put("essaim.gateway.partners.observatory", "Observatory of Migrations");
        config.put("quarkus.http.test-port", port);
        config.put("test.gateway", "http://127.0.0.1:" + port);
        config.put("essaim.gateway.x-posts", x + "/oembed");
        config.put("test.x", x);
        String mail = JvmShared.once("gateway-mail", Mailboxes::start);
        config.put("quarkus.mailer.host", "127.0.0.1");
        config.put("quarkus.mailer.port", mail.split(" ", -1)[0]);
        config.put("quarkus.mailer.from", "Essaim <essaim@essaim.test>");
        config.put("essaim.gateway.letters-every", "1s");
        config.put("essaim.gateway.public-url", "http://127.0.0.1:" + port);
        config.put("test.imap", mail.split(" ", -1)[1]);
        return config;
    }

    /** Nothing: the servers live as long as the JVM. */
    @Override
    public void stop() {}
}
