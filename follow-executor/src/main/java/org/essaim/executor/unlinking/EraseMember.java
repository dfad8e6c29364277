package org.essaim.executor.unlinking;

import org.essaim.contracts.MemberId;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.linking.LinkAttempts;
import org.essaim.executor.members.MemberBindings;

/** Forgets a member: links, follows, what was begun, and last of all who speaks for them, so that a repeat finds its way. */
public final class EraseMember {

    private final UnlinkAccount unlink;
    private final Grants grants;
    private final LinkAttempts attempts;
    private final MemberBindings bindings;

    public EraseMember(UnlinkAccount unlink, Grants grants, LinkAttempts attempts, MemberBindings bindings) {
        this.unlink = unlink;
        this.grants = grants;
        this.attempts = attempts;
        this.bindings = bindings;
    }

    public void erase(MemberId member) {
        attempts.forget(member);
        grants.of(member).forEach(grant -> unlink.unlink(member, grant.account().id()));
        bindings.forget(member);
    }
}
