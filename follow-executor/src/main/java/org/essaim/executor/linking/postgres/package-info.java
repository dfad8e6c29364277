/** Links that were begun, and our registrations at servers, in PostgreSQL, sealed. */
@NullMarked
package org.essaim.executor.linking.postgres;

import org.jspecify.annotations.NullMarked;
