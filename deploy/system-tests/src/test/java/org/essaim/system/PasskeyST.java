package org.essaim.system;

import java.nio.file.Path;
import java.util.Map;
import org.essaim.testing.keycloak.KeycloakResource;
import org.essaim.testing.keycloak.KeycloakServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a passkey, in Chromium, at a Keycloak that has a name; the way itself is {@code e2e/passkey.mjs} of the web app. */
@Tag("slow")
class PasskeyST {

    @Test
    void personShouldSignInWithoutPasswordWhenTheyMadeAPasskey(@TempDir Path home) throws Exception {
        try (KeycloakServer keycloak = KeycloakResource.startOwn(home, Map.of("host", "localhost"))) {
            WebScript.shouldEndWell(
                    "passkey.mjs", "--keycloak", keycloak.baseUrl().toString());
        }
    }
}
