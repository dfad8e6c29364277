package org.essaim.gateway.migrations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;
import org.jspecify.annotations.Nullable;

/** The moves of members. A move of another member is as if it were not there. */
public interface Migrations {

    UUID create(MemberId member);

    /** Whether it is the member's. */
    boolean owns(MemberId member, UUID migration);

    /** How often what the member sees has changed; grows with every change. */
    long changes(MemberId member);

    /** The same for many, in one question: of those for whom it is not the given number any more. */
    Map<MemberId, Long> changesSince(Map<MemberId, Long> known);

    Optional<Migration> find(MemberId member, UUID migration);

    /** The member's moves, newest first, at most a hundred. */
    List<Migration> of(MemberId member);

    /** Records bytes that wait and tells archive-ingest, in one transaction. */
    void uploaded(
            MemberId member, UUID migration, UUID archive, BringArchive.Offer offer, UploadStore.Outcome.Kept kept);

    /** Takes in what became of an upload; the same result again, and one of an unknown upload, change nothing but the lists that stand. */
    void settle(ArchiveResult result);

    /** A move and its newest upload, or null before the first. */
    record Migration(UUID id, Instant createdAt, @Nullable Upload archive) {}

    /**
     * An upload.
     *
     * @param reason why it was rejected, or null
     * @param detail the same in words for the person, or null
     * @param problems what could not be read although the rest could
     */
    record Upload(
            UUID id,
            UploadKind kind,
            UploadState state,
            Instant uploadedAt,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Long generation,
            @Nullable Counts counts,
            List<String> problems) {

        public Upload {
            problems = List.copyOf(problems);
        }
    }

    /** How many accounts each list names. */
    record Counts(int followings, int followers, int blocks, int mutes) {}

    /** How far an upload is. */
    enum UploadState {
        WAITING,
        INGESTED,
        REJECTED
    }
}
