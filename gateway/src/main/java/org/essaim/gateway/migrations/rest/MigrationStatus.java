package org.essaim.gateway.migrations.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.follows.Follows.FollowState;
import org.essaim.gateway.matches.MatchCounts;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.migrations.Migrations;
import org.jspecify.annotations.Nullable;

/** Puts together how far a move is. */
@ApplicationScoped
public class MigrationStatus {

    private final Migrations migrations;
    private final Matches matches;
    private final Follows follows;

    public MigrationStatus(Migrations migrations, Matches matches, Follows follows) {
        this.migrations = migrations;
        this.matches = matches;
        this.follows = follows;
    }

    /** Empty when the member has no such move. The number is read first: what changes meanwhile is told again. */
    public Optional<Status> of(MemberId member, UUID migration) {
        long changes = migrations.changes(member);
        return migrations.find(member, migration).map(found -> {
            MatchCounts counts = matches.counts(member);
            Follows.Progress progress = follows.progress(member, migration);
            return new Status(
                    changes,
                    found.id(),
                    state(found.archive(), counts, progress),
                    found.createdAt(),
                    found.archive(),
                    counts.wholeMatched(),
                    counts.undecided(),
                    progress.paused(),
                    counts,
                    counts.networks(),
                    byNetwork(progress),
                    progress.accounts());
        });
    }

    private static MigrationState state(
            Migrations.@Nullable Upload archive, MatchCounts counts, Follows.Progress progress) {
        if (!progress.accounts().isEmpty()) {
            return progress.paused() ? MigrationState.PAUSED : MigrationState.FOLLOWING;
        }
        if (archive == null) {
            return MigrationState.CREATED;
        }
        return switch (archive.state()) {
            case WAITING -> MigrationState.READING;
            case REJECTED -> MigrationState.REJECTED;
            case INGESTED -> counts.wholeMatched() ? MigrationState.REVIEW : MigrationState.MATCHING;
        };
    }

    private static List<Outcome> byNetwork(Follows.Progress progress) {
        Map<Network, Map<FollowState, Integer>> counts = new TreeMap<>();
        progress.accounts().forEach(account -> {
            Map<FollowState, Integer> states =
                    counts.computeIfAbsent(account.account().network(), network -> new TreeMap<>());
            account.outcomes().forEach(outcome -> states.merge(outcome.state(), outcome.follows(), Integer::sum));
        });
        return counts.entrySet().stream()
                .flatMap(network -> network.getValue().entrySet().stream()
                        .map(state -> new Outcome(network.getKey(), state.getKey(), state.getValue())))
                .toList();
    }

    /** Where a move stands. */
    public enum MigrationState {
        CREATED,
        READING,
        REJECTED,
        MATCHING,
        REVIEW,
        FOLLOWING,
        PAUSED
    }

    /** Follows on one network in one state. */
    public record Outcome(Network network, FollowState state, int follows) {}

    /**
     * How far a move is.
     *
     * @param changes grows whenever anything here changes; the id of the event that tells it
     * @param wholeMatched whether every bucket of the lists that stand has been matched
     * @param undecided standing matches that wait for a decision
     * @param review the matches by what was decided, and by what they are
     * @param matched standing matches that were not declined, by network
     * @param follows by network and state
     * @param accounts the same by acting account, with what slows it and what needs the person
     */
    public record Status(
            long changes,
            UUID id,
            MigrationState state,
            Instant createdAt,
            Migrations.@Nullable Upload archive,
            boolean wholeMatched,
            int undecided,
            boolean paused,
            MatchCounts review,
            List<MatchCounts.OnNetwork> matched,
            List<Outcome> follows,
            List<Follows.AccountProgress> accounts) {}
}
