/** The arithmetic of the allowances. */
@NullMarked
package org.essaim.gateway.rest.limits;

import org.jspecify.annotations.NullMarked;
