package org.essaim.executor.linking.typed;

import java.util.Optional;
import org.essaim.contracts.Network;
import org.jspecify.annotations.Nullable;

/** An account as a person may write it: name, address, domain or profile link. Says nothing yet about whether it exists. */
public sealed interface TypedAccount {

    /** A Bluesky handle, lower case: a host name. */
    record BlueskyHandle(String handle) implements TypedAccount {}

    /** A DID, from a profile link. */
    record BlueskyDid(String did) implements TypedAccount {}

    /**
     * A server of the fediverse; who the person is there, the server itself tells.
     *
     * @param server host, with a port where one was typed
     * @param name as typed, or null when only a server was typed
     */
    record FediverseAccount(String server, @Nullable String name) implements TypedAccount {}

    /** Reads what was typed for a network; empty when it is nothing that network knows. */
    static Optional<TypedAccount> parse(Network network, String typed) {
        return TypedAccountParser.parse(network, typed);
    }
}
