/** Uploads under way at archive-ingest. */
@NullMarked
package org.essaim.gateway.migrations.http;

import org.jspecify.annotations.NullMarked;
