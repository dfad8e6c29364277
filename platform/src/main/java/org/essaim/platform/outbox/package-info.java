/** Records saved in the transaction of the state they tell of, and the one drainer that publishes them. */
@NullMarked
package org.essaim.platform.outbox;

import org.jspecify.annotations.NullMarked;
