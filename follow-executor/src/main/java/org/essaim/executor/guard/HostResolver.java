package org.essaim.executor.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Name to addresses, as the machine that connects sees them. */
@FunctionalInterface
public interface HostResolver {

    /** Every address of the host, in the order in which they would be tried. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
