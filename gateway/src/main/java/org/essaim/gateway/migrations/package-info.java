/** A move, and the archive it begins with. From the person's bytes to the upload directory and archive.uploads.v1; back by archive.results.v1 to the move's state, to the claim of an X account and to the identity. */
@NullMarked
package org.essaim.gateway.migrations;

import org.jspecify.annotations.NullMarked;
