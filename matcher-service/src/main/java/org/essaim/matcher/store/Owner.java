package org.essaim.matcher.store;

import java.util.function.Function;
import org.essaim.contracts.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The one member who has proven an X account. Each change of the identity makes a new owner, so what is derived from an owner
 * (its fingerprint, its written form) is derived once.
 */
public final class Owner {

    private final Identity identity;
    private final long fingerprint;
    private @Nullable Object written;

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

    /**
     * The form in which whoever publishes the owner writes it; made at the first call, and the same from then on.
     *
     * @param type of the form: there is one writer, and so one type
     */
    public <F> F written(Class<F> type, Function<Identity, F> write) {
        if (written == null) {
            written = write.apply(identity);
        }
        return type.cast(written);
    }

    @Override
    public String toString() {
        return "Owner[" + identity.member() + "]";
    }
}
