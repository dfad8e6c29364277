package org.essaim.executor.linking;

import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;

/** A link cannot go on; caught where the port's answer is made. */
public final class LinkRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final LinkRefusal refusal;

    public LinkRefusedException(LinkRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public LinkRefusedException(WebException cause) {
        super(cause);
        this.refusal = switch (cause) {
            case AddressNotAllowedException _ -> LinkRefusal.ADDRESS_NOT_ALLOWED;
            case HostLeftOutException _ -> LinkRefusal.SERVER_LEFT_OUT;
            case HostRestingException _ -> LinkRefusal.SERVER_BUSY;
            case NoAnswerException _ -> LinkRefusal.NETWORK_UNREACHABLE;
        };
    }

    public LinkRefusal refusal() {
        return refusal;
    }
}
