/** What runs by the clock. */
@NullMarked
package org.essaim.ingest.schedule;

import org.jspecify.annotations.NullMarked;
