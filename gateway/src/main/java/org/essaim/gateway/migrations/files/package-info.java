/** The upload directory that gateway and archive-ingest share. */
@NullMarked
package org.essaim.gateway.migrations.files;

import org.jspecify.annotations.NullMarked;
