package org.essaim.testing.keycloak;

import java.nio.file.Path;
import java.util.Map;

/**
 * What one Keycloak is started with.
 *
 * @param host what browsers call it, a name or number of this machine; the issuer is {@code http://HOST:PORT/realms/REALM}
 * @param port on 127.0.0.1
 * @param managementPort on 127.0.0.1, for health
 * @param home its working folder, made when missing; holds the realm to import and the log
 * @param realm imported unless the storage has a realm of that name already
 * @param environment fills in the realm's {@code ${...}} and sets further {@code KC_} options, secrets included
 */
public record KeycloakSettings(
        String host,
        int port,
        int managementPort,
        Path home,
        RealmFiles realm,
        KeycloakStorage storage,
        Map<String, String> environment) {

    public KeycloakSettings {
        environment = Map.copyOf(environment);
    }

    /** The environment holds secrets and stays out. */
    @Override
    public String toString() {
        return "KeycloakSettings[port " + port + ", " + storage + "]";
    }
}
