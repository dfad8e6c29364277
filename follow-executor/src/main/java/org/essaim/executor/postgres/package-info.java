/** The records of the service in PostgreSQL. Each port call is one transaction, with what it publishes. */
@NullMarked
package org.essaim.executor.postgres;

import org.jspecify.annotations.NullMarked;
