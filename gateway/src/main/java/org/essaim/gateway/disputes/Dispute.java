package org.essaim.gateway.disputes;

import java.time.Instant;
import java.util.UUID;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/**
 * A dispute, as whoever raised it sees it.
 *
 * @param words why they say that the account is theirs
 * @param reason why an operator decided so; null until then
 */
public record Dispute(
        UUID id,
        XId xId,
        String words,
        Instant raisedAt,
        DisputeState state,
        @Nullable String reason,
        @Nullable Instant decidedAt) {

    /** How it stands. */
    public enum DisputeState {
        OPEN,
        /** Nobody else holds or claims the account here any more. */
        UPHELD,
        /** Everything stays as it was. */
        REJECTED
    }

    @Override
    public String toString() {
        return "Dispute[" + id + ", " + state + "]";
    }
}
