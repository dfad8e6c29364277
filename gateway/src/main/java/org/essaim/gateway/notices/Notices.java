package org.essaim.gateway.notices;

import java.util.List;
import org.essaim.contracts.MemberId;

/** What members were told. Notices are written in the transaction that makes them true. */
public interface Notices {

    /** Newest first, at most a hundred. */
    List<Notice> of(MemberId member);
}
