package org.essaim.executor.guard;

/** No usable answer came. */
public abstract sealed class WebException extends Exception
        permits AddressNotAllowedException, HostLeftOutException, HostRestingException, NoAnswerException {

    private static final long serialVersionUID = 1L;

    WebException(String message) {
        super(message);
    }

    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
