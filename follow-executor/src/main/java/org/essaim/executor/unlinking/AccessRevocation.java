package org.essaim.executor.unlinking;

import org.essaim.contracts.Network;
import org.essaim.executor.grants.Secret;

/** Ends access on a network. */
public interface AccessRevocation {

    Network network();

    /** Returns whether the network has ended this access, now or before; false when it did not say so. */
    boolean end(Secret access);

    /** Whether both are the same access: some servers give the same token again to who links again. */
    boolean isSame(Secret access, Secret other);
}
