@NullMarked
package org.essaim.ingest.archive.files;

import org.jspecify.annotations.NullMarked;
