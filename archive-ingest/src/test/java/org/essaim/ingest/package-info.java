/** The use cases, with the record of lists in memory. */
@NullMarked
package org.essaim.ingest;

import org.jspecify.annotations.NullMarked;
