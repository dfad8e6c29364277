package org.essaim.testing.pds;

/** The sandbox cannot be installed on this machine; the message tells a person why and what to do. */
public final class SandboxNotInstalled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxNotInstalled(String message) {
        super(message);
    }
}
