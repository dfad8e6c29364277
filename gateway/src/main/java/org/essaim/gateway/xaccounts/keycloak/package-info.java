/** Broker links, read by Keycloak's admin API with the gateway's own token. */
@NullMarked
package org.essaim.gateway.xaccounts.keycloak;

import org.jspecify.annotations.NullMarked;
