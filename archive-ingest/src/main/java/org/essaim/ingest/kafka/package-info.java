/** What the gateway tells, taken from {@code archive.uploads.v1}. */
@NullMarked
package org.essaim.ingest.kafka;

import org.jspecify.annotations.NullMarked;
