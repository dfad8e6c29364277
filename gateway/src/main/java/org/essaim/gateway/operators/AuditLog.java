package org.essaim.gateway.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who of the operators did what, and when. Neither operators nor members are named: digests tell whether two entries are about the same one. */
public interface AuditLog {

    /**
     * Writes an entry.
     *
     * @param operator who acts, by their subject; only a digest is kept
     * @param about what it was done to: a host, a topic; null when it is a person
     * @param person a member; only a digest is kept; null when it is none
     */
    void note(String operator, Action action, @Nullable String about, @Nullable String person);

    /** The last ones, newest first. */
    List<Entry> last(int most);

    /** What can be done. */
    enum Action {
        STOP,
        LIFT_STOP,
        LEAVE_OUT,
        TAKE_IN,
        LOOK_AT_MEMBER,
        REBUILD_MATCHES,
        REDELIVER,
        LOOK_AT_ACTS,
        LOOK_AT_DISPUTES,
        UPHOLD_DISPUTE,
        REJECT_DISPUTE
    }

    /** An entry; {@code operator} and {@code person} are digests. */
    record Entry(
            Instant at,
            String operator,
            Action action,
            @Nullable String about,
            @Nullable String person) {}
}
