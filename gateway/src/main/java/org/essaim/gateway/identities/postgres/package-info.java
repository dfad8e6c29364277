/** The identity last told, and the facts it is made of. */
@NullMarked
package org.essaim.gateway.identities.postgres;

import org.jspecify.annotations.NullMarked;
