package org.essaim.ingest.rest;

import org.essaim.contracts.MemberId;
import org.essaim.platform.http.Problem;

/** Members named in a request. */
final class Members {

    private Members() {}

    static MemberId parse(String text) {
        try {
            return MemberId.of(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(404, "no-such-member", "No such member", "A member's id is a UUID.");
        }
    }
}
