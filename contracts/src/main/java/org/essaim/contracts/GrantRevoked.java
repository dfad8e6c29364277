package org.essaim.contracts;

import java.time.Instant;

/** The member unlinked the account: nobody is led to it any more, and nothing is done in its name. */
public record GrantRevoked(MemberId member, TargetAccount account, long version, Instant at) implements GrantEvent {}
