package org.essaim.local;

import java.util.List;
import java.util.stream.Collectors;
import org.essaim.local.ports.PortClash;

/** Something else listens where Essaim would; the message has one line a port. */
public final class PortsTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    PortsTakenException(List<PortClash> clashes) {
        super(clashes.stream().map(PortClash::explanation).collect(Collectors.joining("\n        ")));
    }
}
