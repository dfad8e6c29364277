/** Grants in PostgreSQL, sealed. Each call is one transaction, with the event that tells of it. */
@NullMarked
package org.essaim.executor.grants.postgres;

import org.jspecify.annotations.NullMarked;
