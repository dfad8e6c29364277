/** Tests of the embedded database server. */
@NullMarked
package org.essaim.testing.postgres;

import org.jspecify.annotations.NullMarked;
