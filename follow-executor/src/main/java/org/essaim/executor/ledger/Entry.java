package org.essaim.executor.ledger;

import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.TargetAccount;
import org.jspecify.annotations.Nullable;

/**
 * One follow that is due.
 *
 * @param run what an undo takes back together
 * @param attempts how often it was sent, or its target not to be seen; troubles of the account's own server are not counted
 * @param intent null until it is saved for sending
 * @param ours whether Essaim made this follow, so that an undo may take it back
 */
public record Entry(
        TargetAccount target,
        UUID run,
        EntryState state,
        int attempts,
        @Nullable Intent intent,
        boolean ours) {

    public String targetId() {
        return target.id();
    }

    public Optional<Intent> savedIntent() {
        return Optional.ofNullable(intent);
    }
}
