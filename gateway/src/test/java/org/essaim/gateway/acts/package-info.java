/** The book of members' acts at a running gateway. */
@NullMarked
package org.essaim.gateway.acts;

import org.jspecify.annotations.NullMarked;
