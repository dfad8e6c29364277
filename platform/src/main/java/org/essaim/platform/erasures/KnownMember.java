package org.essaim.platform.erasures;

import java.time.Instant;
import org.essaim.contracts.MemberId;

/**
 * A member of whom a service has rows.
 *
 * @param since the earliest time that these rows tell of; the epoch where they tell of none
 */
public record KnownMember(MemberId member, Instant since) {}
