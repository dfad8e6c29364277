package org.essaim.ingest;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.StandingLists;
import org.jspecify.annotations.Nullable;

/** Brings the standing lists in line with what is proven of the member's X account. */
public final class ApplyProof {

    private final MemberLists lists;
    private final InstantSource clock;

    public ApplyProof(MemberLists lists, InstantSource clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Lists of the proven account become a new, proven generation; lists of another account are withdrawn; without a proof
     * lists are claimed. Where that is so already, nothing changes.
     *
     * @param work what ends with the transaction
     */
    public void apply(UUID work, XAccountProven proof) {
        Optional<StandingLists> standing = lists.read(proof.member());
        if (standing.isEmpty()) {
            lists.leave(work);
        } else if (isOfAnother(standing.get(), proof.provenXId())) {
            lists.withdraw(work, ownerDiffers(standing.get()));
        } else {
            assure(work, standing.get(), proof.provenXId() == null ? Assurance.CLAIMED : Assurance.PROVEN);
        }
    }

    private static boolean isOfAnother(StandingLists standing, @Nullable XId proven) {
        return proven != null && !proven.equals(standing.contents().owner().xId());
    }

    private void assure(UUID work, StandingLists standing, Assurance assurance) {
        if (standing.assurance() == assurance) {
            lists.leave(work);
            return;
        }
        StandingLists next = standing.again(standing.generation() + 1, assurance);
        lists.stand(work, next, Results.ingested(next, clock.instant()));
    }

    private ArchiveRejected ownerDiffers(StandingLists standing) {
        return new ArchiveRejected(
                standing.member(),
                standing.source().archive(),
                Reason.OWNER_DIFFERS,
                "The archive you brought is of another X account than the one you have proven to be yours, so its lists were"
                        + " withdrawn. Bring the archive of that account.",
                clock.instant());
    }
}
