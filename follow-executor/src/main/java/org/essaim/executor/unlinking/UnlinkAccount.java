package org.essaim.executor.unlinking;

import org.essaim.contracts.MemberId;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.profiles.Profiles;

/** Ends a link, for good: with what was followed by it, and with the name and face that others saw. */
public final class UnlinkAccount {

    private final Grants grants;
    private final Profiles profiles;

    public UnlinkAccount(Grants grants, Profiles profiles) {
        this.grants = grants;
        this.profiles = profiles;
    }

    /** Returns false when the member has no such link. */
    public boolean unlink(MemberId member, String accountId) {
        if (!grants.revoke(member, accountId)) {
            return false;
        }
        profiles.forget(accountId);
        return true;
    }
}
