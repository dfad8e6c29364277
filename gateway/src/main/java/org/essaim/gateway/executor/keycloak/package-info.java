/** A member's token, exchanged for one that follow-executor takes (standard token exchange). */
@NullMarked
package org.essaim.gateway.executor.keycloak;

import org.jspecify.annotations.NullMarked;
