/** What sealing must keep and refuse. */
@NullMarked
package org.essaim.ingest.sealing;

import org.jspecify.annotations.NullMarked;
