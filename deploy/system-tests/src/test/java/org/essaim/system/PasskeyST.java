package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.essaim.testing.keycloak.KeycloakServer;
import org.essaim.testing.keycloak.KeycloakSettings;
import org.essaim.testing.keycloak.KeycloakStorage;
import org.essaim.testing.keycloak.RealmFiles;
import org.essaim.testing.servers.FreePort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a passkey, in Chromium, at a Keycloak that has a name; the way itself is {@code e2e/passkey.mjs} of the web app. */
@Tag("slow")
class PasskeyST {

    private static final String SECRET = "secret-of-tests";

    @Test
    void personShouldSignInWithoutPasswordWhenTheyMadeAPasskey(@TempDir Path home) throws Exception {
        int port = FreePort.find();
        String address = "http://localhost:" + port;
        try (KeycloakServer keycloak = KeycloakServer.start(settings(port, address, home))) {
            Process way = new ProcessBuilder(
                            "node",
                            "gateway/src/main/webui/e2e/passkey.mjs",
                            "--keycloak",
                            keycloak.baseUrl().toString())
                    .directory(EssaimCommand.ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(way.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(way.waitFor()).as(told).isZero();
        }
    }

    private static KeycloakSettings settings(int port, String address, Path home) {
        return new KeycloakSettings(
                port,
                FreePort.find(),
                home,
                new RealmFiles(EssaimCommand.ROOT.resolve("deploy/keycloak/essaim-realm.json"), List.of()),
                new KeycloakStorage.InMemory(),
                Map.of(
                        "KC_HOSTNAME", address,
                        "ESSAIM_PUBLIC_URL", "http://localhost:8080",
                        "ESSAIM_GATEWAY_CLIENT_SECRET", SECRET,
                        "ESSAIM_PARTNER_CLIENT_SECRET", SECRET,
                        "ESSAIM_ERASER_CLIENT_SECRET", SECRET));
    }
}
