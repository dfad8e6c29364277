package org.essaim.gateway.links;

import java.util.List;
import org.essaim.contracts.GrantEvent;
import org.essaim.contracts.MemberId;

/** What grants.v1 says of each member's accounts. */
public interface Links {

    /** The linked accounts, in the order they were linked. */
    List<Link> of(MemberId member);

    /** Takes in what became of a grant and has the identity told anew; an older version, and an unknown member, change nothing. */
    void settle(GrantEvent event);
}
