package org.essaim.gateway.figures;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures for everyone: rounded down to hundreds, so that nobody's coming or going shows; none below a hundred. */
public interface PublicFigures {

    /** The job that counts; its subject is the hour. */
    String JOB = "public-figures";

    /** The last ones that were counted; empty before the first hour. */
    Optional<Figures> last();

    /**
     * Figures of an hour; null where there are fewer than a hundred.
     *
     * @param members who signed in
     * @param links accounts that are linked
     * @param reconnections follows that were made
     */
    record Figures(
            Instant hour,
            @Nullable Long members,
            @Nullable Long links,
            @Nullable Long reconnections) {}
}
