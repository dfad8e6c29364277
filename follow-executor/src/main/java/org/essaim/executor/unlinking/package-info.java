/**
 * How a member takes back what they gave.
 *
 * <p>In order: {@link org.essaim.executor.unlinking.UnlinkAccount} ends a link here at once, with all that was kept about its
 * follows; {@link org.essaim.executor.unlinking.RevokeAccess} ends it on the network, and tries again for a day where that
 * does not answer. {@link org.essaim.executor.unlinking.EraseMember} does so for all that a member has here.
 */
@NullMarked
package org.essaim.executor.unlinking;

import org.jspecify.annotations.NullMarked;
