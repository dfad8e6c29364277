package org.essaim.executor.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an account is left alone.
 *
 * @param everything nothing of it is worked on before; null when the entries' own times are enough
 * @param follows nobody is followed before, while what is given up goes on; null when that stays as it was
 */
public record Rest(@Nullable Instant everything, @Nullable Instant follows) {

    public static final Rest NONE = new Rest(null, null);

    public static Rest until(Instant everything) {
        return new Rest(everything, null);
    }

    public static Rest ofFollows(Instant until) {
        return new Rest(null, until);
    }
}
