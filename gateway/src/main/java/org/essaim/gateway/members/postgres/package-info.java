/** The members' rows. */
@NullMarked
package org.essaim.gateway.members.postgres;

import org.jspecify.annotations.NullMarked;
