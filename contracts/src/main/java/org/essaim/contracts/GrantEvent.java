package org.essaim.contracts;

import java.time.Instant;

/**
 * What became of the access that a member gave to one account: the values of {@code grants.v1}, whole for their key
 * (member and target account). Never a token.
 */
public sealed interface GrantEvent permits GrantLinked, GrantLost, GrantRevoked {

    MemberId member();

    TargetAccount account();

    /** Grows with every change of this grant; readers ignore an older one. */
    long version();

    Instant at();

    /** The key of the topic: {@code MEMBER:ACCOUNT}. */
    default String key() {
        return member().asString() + ":" + account().id();
    }
}
