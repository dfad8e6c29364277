package org.essaim.gateway.letters;

import java.net.URI;

/** Where letters are handed in. */
public interface MailServer {

    /** Whether there is one. */
    boolean isThere();

    /**
     * Hands a letter in.
     *
     * @param unsubscribe where a click or a post ends letters
     * @throws IllegalStateException when it was not taken
     */
    void send(String address, Letter letter, Language language, URI unsubscribe);
}
