package org.essaim.gateway.letters;

import java.util.Optional;
import org.essaim.gateway.members.Login;

/** The addresses at the sign-in service. They are read when a letter is to go, and not kept. */
public interface Addresses {

    /**
     * The address of this log-in that its owner has shown to be theirs.
     *
     * @throws IllegalStateException when the sign-in service does not answer
     */
    Optional<String> verifiedOf(Login login);
}
