/** Uploads as files in one directory that gateway and archive-ingest share, and the sweep that runs by the clock. */
@NullMarked
package org.essaim.ingest.uploads.files;

import org.jspecify.annotations.NullMarked;
