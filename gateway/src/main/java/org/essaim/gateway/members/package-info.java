/** Who is signed in. From a token to a member; may fail with nothing but an absent database. */
@NullMarked
package org.essaim.gateway.members;

import org.jspecify.annotations.NullMarked;
