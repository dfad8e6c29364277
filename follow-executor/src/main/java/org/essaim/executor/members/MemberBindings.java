package org.essaim.executor.members;

import org.essaim.contracts.MemberId;

/** Which subject of which issuer is which member. */
@FunctionalInterface
public interface MemberBindings {

    /** Binds a subject that was never seen; returns whether the subject is this member. */
    boolean bind(String issuer, String subject, MemberId member);
}
