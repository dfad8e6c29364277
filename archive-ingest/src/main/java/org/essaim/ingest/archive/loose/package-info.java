/** Parts outside any ZIP. */
@NullMarked
package org.essaim.ingest.archive.loose;

import org.jspecify.annotations.NullMarked;
