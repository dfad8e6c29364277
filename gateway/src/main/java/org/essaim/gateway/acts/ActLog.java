package org.essaim.gateway.acts;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** The book of members' acts. */
public interface ActLog {

    /** Writes what has no transaction of its own. */
    void note(MemberId member, Act act);

    /** The last ones, newest first; of one person only, when their digest is given. */
    List<Noted> last(@Nullable String person, int most);

    /**
     * What was noted.
     *
     * @param person a digest
     * @param about a network, or what a consent is to; null otherwise
     */
    record Noted(
            Instant at, String person, Act act, @Nullable String about) {}
}
