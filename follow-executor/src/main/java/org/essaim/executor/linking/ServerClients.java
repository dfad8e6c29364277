package org.essaim.executor.linking;

import java.util.Optional;

/** Our registrations at servers. They are kept: a server allows five in ten minutes, and tokens die with their client. */
public interface ServerClients {

    Optional<ServerClient> at(String host);

    /** Keeps a registration, in place of an older one. */
    void save(ServerClient client);

    /** The server does not know this client any more. */
    void forget(String host);
}
