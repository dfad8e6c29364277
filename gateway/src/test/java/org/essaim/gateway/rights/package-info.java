/** A person's rights, asked for at a running gateway. */
@NullMarked
package org.essaim.gateway.rights;

import org.jspecify.annotations.NullMarked;
