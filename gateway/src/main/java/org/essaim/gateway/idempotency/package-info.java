/** The same call twice does one thing: a call that names a key is answered as it was answered the first time. */
@NullMarked
package org.essaim.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
