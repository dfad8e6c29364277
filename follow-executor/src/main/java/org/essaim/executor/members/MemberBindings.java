package org.essaim.executor.members;

import org.essaim.contracts.MemberId;

/** Which subject of which issuer speaks for which member: one for each, for good. */
public interface MemberBindings {

    /**
     * Binds a subject that was never seen to a member that nobody speaks for; returns whether the subject is this member. So
     * neither a second member for a subject nor a second subject for a member is taken.
     */
    boolean bind(String issuer, String subject, MemberId member);

    /** Nobody speaks for this member any more; with that the journal of erasures is told that they were here. */
    void forget(MemberId member);
}
