/** What there is to tell, read from notices and matches; what was told; the jobs that tell it. */
@NullMarked
package org.essaim.gateway.letters.postgres;

import org.jspecify.annotations.NullMarked;
