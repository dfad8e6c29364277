package org.essaim.executor.ledger;

import java.time.Instant;

/**
 * What a follow will be called on the network, chosen and saved before it is sent: after a crash the same again is sent or
 * recognised, never a second one.
 *
 * @param recordKey the TID on Bluesky; Mastodon has no name for a follow and ignores it
 */
public record Intent(String recordKey, Instant createdAt) {}
