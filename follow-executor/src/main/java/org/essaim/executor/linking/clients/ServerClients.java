package org.essaim.executor.linking.clients;

import java.util.Optional;

/** Our registrations at servers. They are kept: a server allows five in ten minutes, and tokens die with their client. */
public interface ServerClients {

    Optional<ServerClient> at(String host);

    /**
     * Keeps a registration unless the host has one already: of two made at once the first stands, for people are on
     * their way through the server with it.
     *
     * @return the registration that stands
     */
    ServerClient keep(ServerClient client);

    /**
     * Seals anew what an older key of the ring sealed.
     *
     * @return how many were sealed anew, at most {@code most}
     */
    int reseal(int most);

    /** The server does not know this client any more. */
    void forget(String host);
}
