package org.essaim.platform.deadletters;

import java.time.Instant;

/**
 * A record that could not be read, as an operator sees it: where and why, never what.
 *
 * @param reason the reader's word
 */
public record DeadLetter(String topic, int partition, long offset, Instant at, String reason) {}
