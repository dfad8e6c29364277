package org.essaim.gateway.operators;

import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberBucket;

/** Which buckets of the projection are to be believed. Each call is one transaction. */
public interface RebuiltBuckets {

    /** From now on any record is newer than what stands; the rows stay visible meanwhile. */
    void doubtAll();

    /** Some that no record has confirmed since. */
    List<MemberBucket> doubted();

    /** The rebuild has ended. */
    void done(UUID job);
}
