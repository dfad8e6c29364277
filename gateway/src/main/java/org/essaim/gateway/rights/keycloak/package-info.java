/** Accounts at Keycloak, ended by a service account that is used for nothing else. */
@NullMarked
package org.essaim.gateway.rights.keycloak;

import org.jspecify.annotations.NullMarked;
