/** When lists are needed for an identity, and what happens without them. */
@NullMarked
package org.essaim.gateway.identities;

import org.jspecify.annotations.NullMarked;
