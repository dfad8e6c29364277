package org.essaim.gateway.identities;

import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a member at one moment.
 *
 * @param xId their X account, or null
 * @param assurance of it, or null with it
 * @param findability their choice, or null when they have not chosen
 * @param targets the accounts they linked, at most one a network, the one linked first
 * @param listsGeneration the generation of their lists, 0 when they brought none
 */
public record IdentityFacts(
        @Nullable XId xId,
        @Nullable Assurance assurance,
        @Nullable Findability findability,
        List<TargetAccount> targets,
        long listsGeneration) {

    public IdentityFacts {
        targets = List.copyOf(targets);
    }

    /** Whether there is anything to tell: an X account and somewhere to be followed. */
    public boolean exists() {
        return xId != null && !targets.isEmpty();
    }

    /** Whether anyone may be led to this member: only then does the matcher need their lists. */
    public boolean findable() {
        return exists() && assurance == Assurance.PROVEN && findability != null && findability != Findability.NOBODY;
    }

    @Override
    public String toString() {
        return "IdentityFacts[" + assurance + ", " + findability + "]";
    }
}
