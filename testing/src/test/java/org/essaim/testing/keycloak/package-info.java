/** Tests of the embedded Keycloak. */
@NullMarked
package org.essaim.testing.keycloak;

import org.jspecify.annotations.NullMarked;
