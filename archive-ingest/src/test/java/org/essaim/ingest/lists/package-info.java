/** What every record of lists must do, and the lists that tests use. */
@NullMarked
package org.essaim.ingest.lists;

import org.jspecify.annotations.NullMarked;
