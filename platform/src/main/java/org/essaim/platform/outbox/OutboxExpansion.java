package org.essaim.platform.outbox;

import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the records of claims when their turn comes. A claim is a row of the outbox that names what to publish instead of
 * carrying it: for state that is large, stands in a table already and is published whole (ADR 15).
 *
 * <p>A claim is no promise of a version: the expansion publishes what stands by then. That is safe for topics that carry the
 * whole state of a key under a growing generation, and for those only.
 */
public interface OutboxExpansion {

    /** What {@link OutboxMessage#claim} calls it. */
    String name();

    /**
     * Hands on the records of the claims. Called by the one drainer; what is handed on is acknowledged by the broker before
     * the claims are deleted, and made again when that fails. A claim that is out of date may give nothing.
     */
    void expand(List<OutboxMessage> claims, Consumer<OutboxMessage> publish) throws Exception;
}
