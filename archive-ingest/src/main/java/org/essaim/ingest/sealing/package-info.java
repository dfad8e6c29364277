/** How rows are kept unreadable for whoever gets hold of the database alone: AES-256-GCM under keys that can be rotated. */
@NullMarked
package org.essaim.ingest.sealing;

import org.jspecify.annotations.NullMarked;
