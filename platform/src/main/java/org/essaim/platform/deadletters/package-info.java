/** Records that could not be read, and their way back. */
@NullMarked
package org.essaim.platform.deadletters;

import org.jspecify.annotations.NullMarked;
