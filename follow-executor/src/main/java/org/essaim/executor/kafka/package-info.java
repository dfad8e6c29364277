/** What the gateway asks for: {@code follow.plans.v1} into the ledger. */
@NullMarked
package org.essaim.executor.kafka;

import org.jspecify.annotations.NullMarked;
