package org.essaim.gateway.disputes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** A dispute as an operator sees it: who holds what since when, and nothing of whom anybody knows. */
public record OpenDispute(UUID id, XId xId, String words, Instant raisedAt, Party raisedBy, List<Party> others) {

    public OpenDispute {
        others = List.copyOf(others);
    }

    @Override
    public String toString() {
        return "OpenDispute[" + id + "]";
    }

    /**
     * A side.
     *
     * @param handle the account's name as X or the archive gave it, where they hold or claim it
     * @param since since when they hold it; null when they do not
     * @param archiveNamesIt whether an archive that they brought is of this account
     * @param setAside whether an operator said before that it is not theirs
     * @param provenHandle the handle that a post of theirs proved, if any
     */
    public record Party(
            MemberId member,
            Hold hold,
            @Nullable String handle,
            @Nullable Instant since,
            boolean archiveNamesIt,
            boolean setAside,
            @Nullable String provenHandle) {

        @Override
        public String toString() {
            return "Party[" + hold + "]";
        }
    }

    /** What a side has of the account. */
    public enum Hold {
        NONE,
        CLAIMED,
        PROVEN
    }
}
