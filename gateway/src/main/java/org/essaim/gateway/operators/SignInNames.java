package org.essaim.gateway.operators;

import java.util.Optional;

/** Who is behind a name at the sign-in service. */
public interface SignInNames {

    /**
     * The subject of the account with exactly this user name or e-mail address.
     *
     * @throws IllegalStateException when the sign-in service does not answer
     */
    Optional<String> subjectOf(String name);
}
