/** Uploads: where they wait and how long. */
@NullMarked
package org.essaim.ingest.uploads;

import org.jspecify.annotations.NullMarked;
