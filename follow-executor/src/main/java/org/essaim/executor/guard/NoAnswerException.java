package org.essaim.executor.guard;

/** The server did not answer in full: it is away, too slow, cut the connection, or sent more than we read. */
public final class NoAnswerException extends WebException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * Says why there is no answer.
     *
     * @param sent whether the server may have received the request, and acted
     */
    public NoAnswerException(String why, boolean sent, Throwable cause) {
        super(why, cause);
        this.sent = sent;
    }

    /** Whether the server may have acted: then the truth is read back before anything is sent again. */
    public boolean mayHaveActed() {
        return sent;
    }
}
