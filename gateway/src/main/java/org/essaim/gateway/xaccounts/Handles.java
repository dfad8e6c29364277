package org.essaim.gateway.xaccounts;

import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.MemberId;

/** Codes to be posted on X, and the handles that they proved. Each call is one transaction. */
public interface Handles {

    /** Keeps a code for the member, in place of an earlier one. */
    void offer(MemberId member, String code, Instant until);

    /** The member's code, while it holds. */
    Optional<String> codeOf(MemberId member);

    /** The handle is the member's from now on, and nobody else's; the code is used up. Both sides are told. */
    void prove(MemberId member, String handle);

    Optional<String> provenBy(MemberId member);
}
