package org.essaim.platform.erasures;

import java.util.List;
import org.essaim.contracts.MemberId;

/** The members of whom a service has rows. A service that can be restored from a backup has one bean of this type. */
public interface KnownMembers {

    /** The next ones in the order of their ids, at most this many; none when there are no more. */
    List<KnownMember> after(MemberId last, int most);

    /**
     * Erases as when it was asked for, as far as that needs no word of the member, with an entry for the journal. A repeat, and the same
     * by another replica at once, is harmless.
     *
     * @throws RuntimeException when it was not done; it is tried again
     */
    void eraseAgain(MemberId member);
}
