/** The ledger in PostgreSQL. The acting account's row is the lock of all its follows; results leave with the change. */
@NullMarked
package org.essaim.executor.ledger.postgres;

import org.jspecify.annotations.NullMarked;
