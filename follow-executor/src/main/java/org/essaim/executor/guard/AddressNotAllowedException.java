package org.essaim.executor.guard;

/** The address leads, or may lead, to a place that Essaim does not visit. Nothing was sent. */
public final class AddressNotAllowedException extends WebException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why the address is refused.
     *
     * @param why without the address itself: a person typed it
     */
    public AddressNotAllowedException(String why) {
        super(why);
    }
}
