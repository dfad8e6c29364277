/** Addresses at Keycloak, read with the gateway's own role {@code view-users}. */
@NullMarked
package org.essaim.gateway.letters.keycloak;

import org.jspecify.annotations.NullMarked;
