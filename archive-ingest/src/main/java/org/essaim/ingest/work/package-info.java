/**
 * What the gateway told, laid down until it is done. All that concerns one member is done one after another, in the order
 * it was told: an upload, a proof and an erasure never overtake each other.
 */
@NullMarked
package org.essaim.ingest.work;

import org.jspecify.annotations.NullMarked;
