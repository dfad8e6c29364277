package org.essaim.contracts;

import java.time.Instant;

/** The network no longer honours the grant: the person must link again. The account stays theirs and can still be found. */
public record GrantLost(MemberId member, TargetAccount account, long version, Instant at) implements GrantEvent {}
