/**
 * A real Keycloak from Maven Central as child process. In the order of a start:
 * {@link org.essaim.testing.keycloak.KeycloakDistribution} is what the build unpacked, made ready once for each kind of
 * {@link org.essaim.testing.keycloak.KeycloakStorage}; {@link org.essaim.testing.keycloak.RealmFiles} become the realm to import;
 * {@link org.essaim.testing.keycloak.KeycloakLaunch} is the command that a launcher supervises itself;
 * {@link org.essaim.testing.keycloak.KeycloakServer} runs it for tests and {@link org.essaim.testing.keycloak.KeycloakResource}
 * hands it to Quarkus.
 */
@NullMarked
package org.essaim.testing.keycloak;

import org.jspecify.annotations.NullMarked;
