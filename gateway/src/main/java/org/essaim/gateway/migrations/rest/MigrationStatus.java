package org.essaim.gateway.migrations.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.migrations.Migrations;
import org.jspecify.annotations.Nullable;

/** Puts together how far a move is. */
@ApplicationScoped
public class MigrationStatus {

    private final Migrations migrations;
    private final Follows follows;

    public MigrationStatus(Migrations migrations, Follows follows) {
        this.migrations = migrations;
        this.follows = follows;
    }

    /** Empty when the member has no such move. */
    public Optional<Status> of(MemberId member, UUID migration) {
        return migrations.find(member, migration).map(found -> {
            Follows.Progress progress = follows.progress(member, migration);
            return new Status(
                    found.id(),
                    state(found.archive(), progress),
                    found.createdAt(),
                    found.archive(),
                    progress.buckets() == Buckets.COUNT,
                    progress.undecided(),
                    progress.paused(),
                    progress.matched(),
                    progress.follows());
        });
    }

    private static State state(Migrations.@Nullable Upload archive, Follows.Progress progress) {
        if (!progress.follows().isEmpty()) {
            return progress.paused() ? State.PAUSED : State.FOLLOWING;
        }
        if (archive == null) {
            return State.CREATED;
        }
        return switch (archive.state()) {
            case WAITING -> State.READING;
            case REJECTED -> State.REJECTED;
            case INGESTED -> progress.buckets() == Buckets.COUNT ? State.REVIEW : State.MATCHING;
        };
    }

    /** Where a move stands. */
    public enum State {
        CREATED,
        READING,
        REJECTED,
        MATCHING,
        REVIEW,
        FOLLOWING,
        PAUSED
    }

    /**
     * How far a move is.
     *
     * @param wholeMatched whether every bucket of the lists that stand has been matched
     * @param undecided standing matches that wait for a decision
     */
    public record Status(
            UUID id,
            State state,
            Instant createdAt,
            Migrations.@Nullable Upload archive,
            boolean wholeMatched,
            int undecided,
            boolean paused,
            List<Follows.Count> matched,
            List<Follows.Outcome> follows) {}
}
