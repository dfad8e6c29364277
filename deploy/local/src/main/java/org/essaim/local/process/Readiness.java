package org.essaim.local.process;

import java.net.URI;

/** How to tell that a child does its work. */
public sealed interface Readiness {

    /** A GET of {@code address} answers 200. */
    record Answers(URI address) implements Readiness {}

    /** Something listens on {@code port} of the loopback address. */
    record Listens(int port) implements Readiness {}

    /** Its log has a line that contains {@code text}; for children that open no port. */
    record Says(String text) implements Readiness {}
}
