/** The servers as processes of their own, as the launcher runs them. */
@NullMarked
package org.essaim.testing.servers;

import org.jspecify.annotations.NullMarked;
