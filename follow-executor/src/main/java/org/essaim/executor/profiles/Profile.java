package org.essaim.executor.profiles;

import org.essaim.contracts.TargetAccount;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows of itself.
 *
 * @param name null while it is not known, or when it has none
 * @param picture names a {@link SmallPicture}; null when there is none
 * @param known false until the account's server was asked for the first time
 */
public record Profile(
        TargetAccount account,
        @Nullable String name,
        @Nullable String picture,
        boolean known) {

    @Override
    public String toString() {
        return "Profile[]";
    }
}
