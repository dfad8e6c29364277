package org.essaim.contracts;

import java.time.Instant;

/**
 * A service has erased a member, whom nobody but that service can tell from this: the value of {@code erasures.v1}.
 *
 * @param service who erased, and who alone reads it
 * @param mark HMAC-SHA-256 of {@code SERVICE|MEMBER} under a secret of that service, in 64 hexadecimal digits
 * @param at when it was erased
 * @param seal the same of {@code MARK|AT}: a mark that is copied does not hold at another time
 */
public record ErasureNoted(String service, String mark, Instant at, String seal) {}
