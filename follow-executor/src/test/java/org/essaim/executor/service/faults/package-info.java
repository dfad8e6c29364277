/** Every row of the table of errors, servers that are away or wrong, and what hosts want of us. */
@NullMarked
package org.essaim.executor.service.faults;

import org.jspecify.annotations.NullMarked;
