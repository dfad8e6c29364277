/** Whose token speaks for which member: bound at the first call, for good. */
@NullMarked
package org.essaim.executor.members;

import org.jspecify.annotations.NullMarked;
