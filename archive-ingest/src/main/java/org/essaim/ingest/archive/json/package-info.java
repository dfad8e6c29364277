/** Extracts, read and written by Jackson's streaming API. Our own programs make them, so they must be JSON. */
@NullMarked
package org.essaim.ingest.archive.json;

import org.jspecify.annotations.NullMarked;
