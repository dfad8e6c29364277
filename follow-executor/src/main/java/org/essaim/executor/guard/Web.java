package org.essaim.executor.guard;

/** The guarded way out. Blocks the calling thread; safe for many threads. */
@FunctionalInterface
public interface Web {

    /**
     * Sends one request and reads the whole answer, whatever its status.
     *
     * @throws AddressNotAllowedException when the address, or a redirect that is followed, leads where Essaim does not go
     * @throws HostLeftOutException when the host's admin asked us to stay away
     * @throws HostRestingException when the host is to be left alone until later
     * @throws NoAnswerException when no whole answer came within the limits of time and size
     */
    WebResponse send(WebRequest request) throws WebException;
}
