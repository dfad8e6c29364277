package org.essaim.local.ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** A port that something else listens on; {@code owner} names that process when the system lets us see it. */
public record PortClash(Port port, int number, Optional<String> owner) {

    /** One sentence for the person: which port, for what, taken by whom, and how to choose another. */
    public String explanation() {
        return "port " + number + ", for " + port.purpose() + ", is taken"
                + owner.map(process -> " by " + process).orElse("")
                + ": end that process, or choose another port with " + port.variable() + "=NUMBER";
    }

    /** Whether a server could not listen there now; both the loopback and all addresses count. */
    static boolean isTaken(int number) {
        return !canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), number))
                || !canListen(new InetSocketAddress(number));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
