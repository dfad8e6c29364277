package org.essaim.gateway.follows.postgres;

import java.util.UUID;
import org.essaim.contracts.FollowCancelled;

/** Why follows that are not done yet are cancelled. */
public sealed interface Ground {

    /** The member declined the match. */
    record Declined() implements Ground {}

    /** The match does not stand any more. */
    record NoMatch() implements Ground {}

    /** They were planned by a standing consent that was withdrawn. */
    record ConsentWithdrawn() implements Ground {}

    /** The member cancels what this move has planned. */
    record PlanCancelled(UUID migration) implements Ground {}

    /** As the executor is told. */
    default FollowCancelled.Reason reason() {
        return switch (this) {
            case NoMatch _ -> FollowCancelled.Reason.MATCH_WITHDRAWN;
            case Declined _, ConsentWithdrawn _, PlanCancelled _ -> FollowCancelled.Reason.DECLINED;
        };
    }
}
