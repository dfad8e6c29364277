/** Work as leased job rows: any replica takes up what another one dropped. */
@NullMarked
package org.essaim.ingest.work.postgres;

import org.jspecify.annotations.NullMarked;
