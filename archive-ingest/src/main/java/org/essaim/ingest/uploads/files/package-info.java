/** Uploads as files in one directory that gateway and archive-ingest share. */
@NullMarked
package org.essaim.ingest.uploads.files;

import org.jspecify.annotations.NullMarked;
