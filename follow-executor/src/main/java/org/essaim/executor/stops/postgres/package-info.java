/** Emergency stops in PostgreSQL. */
@NullMarked
package org.essaim.executor.stops.postgres;

import org.jspecify.annotations.NullMarked;
