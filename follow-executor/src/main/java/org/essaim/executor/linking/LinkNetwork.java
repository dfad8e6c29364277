package org.essaim.executor.linking;

import org.essaim.contracts.Network;
import org.essaim.executor.linking.typed.TypedAccount;

/** A network whose accounts can be linked by its own OAuth. */
public interface LinkNetwork {

    Network network();

    /** Finds the account's server and prepares the person's visit there, asking for what the purpose takes and no more. */
    Started start(TypedAccount account, Purpose purpose, String state);

    /** Exchanges the code, and has the server say who the person is. What was exchanged before is not exchanged again. */
    Proof complete(LinkAttempt attempt, String code);
}
