package org.essaim.gateway.xaccounts;

import java.time.Instant;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** A member's account on X. */
public record XAccount(XId xId, @Nullable String handle, Assurance assurance, Instant since) {

    @Override
    public String toString() {
        return "XAccount[" + assurance + "]";
    }
}
