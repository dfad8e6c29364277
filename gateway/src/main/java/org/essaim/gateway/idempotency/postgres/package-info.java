/** Keys and answers as rows. */
@NullMarked
package org.essaim.gateway.idempotency.postgres;

import org.jspecify.annotations.NullMarked;
