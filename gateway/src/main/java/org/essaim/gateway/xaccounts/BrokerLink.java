package org.essaim.gateway.xaccounts;

import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** X named this account when the person signed in there. */
public record BrokerLink(XId xId, @Nullable String handle) {

    @Override
    public String toString() {
        return "BrokerLink";
    }
}
