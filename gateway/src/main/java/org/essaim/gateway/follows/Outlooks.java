package org.essaim.gateway.follows;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.jspecify.annotations.Nullable;

/** How follow-executor sees the accounts it works on: what keeps them, and when they will be done. */
public interface Outlooks {

    /** Every account that something was planned on. */
    Answer<List<Outlook>> of(Word word);

    /**
     * The same as if so many more were planned on one account; of that account alone.
     *
     * @param more how many more, 0 or more
     */
    Answer<List<Outlook>> with(Word word, String account, int more);

    /**
     * How one account comes along.
     *
     * @param open follows that have not come to an end, those that wait for a locked account's answer left out
     * @param next when it is worked on next at the earliest; null when nothing is open
     * @param endsAt when the last will be done, should nothing else happen; null when nothing is open, or nobody can tell
     */
    record Outlook(
            TargetAccount account,
            long open,
            RunStanding standing,
            @Nullable Instant next,
            @Nullable Instant endsAt) {}

    /** What keeps an account, if anything. */
    enum RunStanding {
        GOES_ON,
        PAUSED,
        /** An operator stopped the network or the host, or the host asked to be left out. */
        STOPPED,
        /** The host does not answer as it should. */
        HOST_IN_TROUBLE
    }
}
