package org.essaim.gateway.operators;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** How a member's move stands: what support needs, and nothing of whom they know. */
public interface SupportView {

    /** Empty when there is no such member. */
    Optional<MemberStanding> of(MemberId member);

    /** The member of a log-in's subject at the sign-in service, if they came here. */
    Optional<MemberId> memberOf(String subject);

    /**
     * A member, as support sees them.
     *
     * @param xAccount CLAIMED, PROVEN or NONE
     * @param links by network: LINKED or LOST, and how many
     * @param uploads the last ten, newest first
     * @param follows by state, how many
     * @param matches how many stand
     */
    record MemberStanding(
            MemberId id,
            Instant since,
            String xAccount,
            Map<String, Long> links,
            List<UploadStanding> uploads,
            Map<String, Long> follows,
            long matches) {

        public MemberStanding {
            links = Map.copyOf(links);
            uploads = List.copyOf(uploads);
            follows = Map.copyOf(follows);
        }
    }

    /** An archive that was brought, and what became of it; {@code reason} only where it was rejected. */
    record UploadStanding(
            Instant at, String state, @Nullable String reason) {}
}
