package org.essaim.gateway.rights;

import org.essaim.contracts.MemberId;

/** The rows of this service that are about a member. */
public interface HeldRows {

    /** All of them as one JSON object: by table, an array of rows. */
    String of(MemberId member);
}
