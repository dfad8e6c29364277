/** Synthetic archives: the same for a seed, and of the shape that X gave them. */
@NullMarked
package org.essaim.testing.archives;

import org.jspecify.annotations.NullMarked;
