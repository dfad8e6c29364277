/** Who is who: handle to DID to document, verified both ways ({@link org.essaim.executor.bluesky.identity.Identities}). */
@NullMarked
package org.essaim.executor.bluesky.identity;

import org.jspecify.annotations.NullMarked;
