/** Shapes of archives as they are met in life, and what comes of each. */
@NullMarked
package org.essaim.ingest.archive;

import org.jspecify.annotations.NullMarked;
