/** The reader on the person's own machine: from an archive on disk to an extract on standard output. */
@NullMarked
package org.essaim.ingest.archive.files;

import org.jspecify.annotations.NullMarked;
