/** Header {@code Idempotency-Key}. */
@NullMarked
package org.essaim.gateway.idempotency.rest;

import org.jspecify.annotations.NullMarked;
