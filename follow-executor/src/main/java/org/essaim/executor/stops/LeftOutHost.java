package org.essaim.executor.stops;

import java.time.Instant;

/**
 * A host that is left out.
 *
 * @param host as in addresses, lower case, with its port where it has one
 * @param reason who asked, and where
 */
public record LeftOutHost(String host, String reason, Instant since) {}
