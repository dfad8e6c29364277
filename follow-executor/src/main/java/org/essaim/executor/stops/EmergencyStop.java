package org.essaim.executor.stops;

import java.time.Instant;

/**
 * A stop.
 *
 * @param scope a network ({@code BLUESKY}, {@code MASTODON}) or a host ({@code example.social})
 * @param reason for the next operator who wonders
 */
public record EmergencyStop(String scope, String reason, Instant since) {}
