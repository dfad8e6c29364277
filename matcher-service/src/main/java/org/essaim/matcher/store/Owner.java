package org.essaim.matcher.store;

import org.essaim.contracts.Identity;

/**
 * The one member who has proven an X account. Each change of the identity makes a new owner, so what is derived from an owner
 * (its fingerprint, its written form) is derived once.
 */
public final class Owner {

    private final Identity identity;
    private final long fingerprint;

    Owner(Identity identity) {
        this.identity = identity;
        this.fingerprint =
                Fingerprint.ofOwner(identity.xId(), identity.member(), identity.assurance(), identity.targets());
    }

    public Identity identity() {
        return identity;
    }

    long fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "Owner[" + identity.member() + "]";
    }
}
