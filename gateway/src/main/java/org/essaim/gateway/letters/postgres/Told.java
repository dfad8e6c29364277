package org.essaim.gateway.letters.postgres;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.essaim.gateway.notices.Notice.NoticeKind;

/** Which notices go by which letter. */
enum Told {
    /** At once. */
    SECURITY,
    /** Once a day. */
    NEWS,
    /** In the page alone: what the member did themselves a moment ago. */
    NOT;

    static Told of(NoticeKind kind) {
        return switch (kind) {
            case X_ACCOUNT_PROVEN,
                    X_PROOF_GONE,
                    X_ACCOUNT_DISPLACED,
                    X_ACCOUNT_CLAIMED_BY_OTHER,
                    X_RIVAL_DISPLACED,
                    X_HANDLE_DISPLACED,
                    X_DISPUTE_RAISED,
                    X_DISPUTE_UPHELD,
                    X_DISPUTE_REJECTED,
                    X_DISPUTE_OVER,
                    X_ACCOUNT_SET_ASIDE -> SECURITY;
            case LINK_LOST, RUN_FINISHED, RUN_NEEDS_YOU -> NEWS;
            case X_ACCOUNT_CLAIMED, X_CLAIM_REFUSED, X_HANDLE_PROVEN -> NOT;
        };
    }

    /** The kinds, as SQL takes them: separated by commas. */
    String kinds() {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> of(kind) == this)
                .map(NoticeKind::name)
                .collect(Collectors.joining(","));
    }
}
