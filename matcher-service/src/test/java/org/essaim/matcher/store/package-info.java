/** The arrays that a bucket lives in. */
@NullMarked
package org.essaim.matcher.store;

import org.jspecify.annotations.NullMarked;
