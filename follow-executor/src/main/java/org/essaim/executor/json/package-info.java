/** JSON of servers that we do not control. */
@NullMarked
package org.essaim.executor.json;

import org.jspecify.annotations.NullMarked;
