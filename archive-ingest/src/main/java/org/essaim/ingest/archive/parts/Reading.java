package org.essaim.ingest.archive.parts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.ListName;
import org.essaim.ingest.archive.ReadLimits;
import org.jspecify.annotations.Nullable;

/** One reading of one archive; holds what was found wrong on the way. */
final class Reading {

    private static final Instant FIRST_ARCHIVE = Instant.parse("2012-12-01T00:00:00Z");

    private static final int MOST_PROBLEMS = 100;

    private final ArchiveParts archive;
    private final PartSelection parts;
    private final PartParser parser;
    private final ReadLimits limits;
    private final List<String> problems = new ArrayList<>();
    private final Set<ListName> incomplete = EnumSet.noneOf(ListName.class);
    private boolean listPartMissing;
    private boolean listPartBroken;
    private int listPartsRead;

    Reading(ArchiveParts archive, PartSelection parts, PartParser parser, ReadLimits limits) {
        this.archive = archive;
        this.parts = parts;
        this.parser = parser;
        this.limits = limits;
    }

    /**
     * Reads it all.
     *
     * @param otherwise the owner, where the archive names none
     * @param messages whether direct messages are counted
     */
    ArchiveContents contents(@Nullable XId otherwise, boolean messages) throws IOException {
        Manifest manifest = manifest();
        ClaimedOwner owner = owner(manifest, otherwise);
        IdSet followings = list(PartKind.FOLLOWING, ListName.FOLLOWINGS, limits.followings(), manifest);
        IdSet followers = list(PartKind.FOLLOWER, ListName.FOLLOWERS, limits.idsPerList(), manifest);
        requireFollowData();
        IdSet blocks = list(PartKind.BLOCK, ListName.BLOCKS, limits.idsPerList(), manifest);
        IdSet mutes = list(PartKind.MUTE, ListName.MUTES, limits.idsPerList(), manifest);
        Acquaintances acquaintances = acquaintances();
        if (messages) {
            countMessages(owner.xId().value(), acquaintances);
        }
        return new ArchiveContents(
                owner,
                generatedAt(manifest),
                followings,
                followers,
                blocks,
                mutes,
                acquaintances.closeness(followings),
                acquaintances.sightings(followings, followers),
                incomplete,
                problems);
    }

    private Manifest manifest() throws IOException {
        if (parts.ambiguous()) {
            problem("The ZIP holds more than one archive; only the first was read.");
        }
        Optional<Part> part = parts.first(PartKind.MANIFEST);
        if (part.isEmpty()) {
            return Manifest.NONE;
        }
        try (InputStream text = archive.open(part.get())) {
            Manifest manifest = parser.manifest(text);
            if (manifest.partial()) {
                problem("X made this archive in several ZIPs and this is one of them; what the others hold is"
                        + " missing.");
            }
            return manifest;
        } catch (MalformedPartException e) {
            problem("manifest.js: " + e.getMessage());
            return Manifest.NONE;
        }
    }

    /** The account part names the owner best; the manifest stands in for it, and must not contradict it. */
    private ClaimedOwner owner(Manifest manifest, @Nullable XId otherwise) throws IOException {
        Optional<ClaimedOwner> account = account();
        Optional<ClaimedOwner> announced = Optional.ofNullable(manifest.owner());
        ClaimedOwner owner = account.or(() -> announced)
                .or(() -> Optional.ofNullable(otherwise).map(id -> new ClaimedOwner(id, null, null)))
                .orElseThrow(() -> new ArchiveRefusedException(
                        Reason.OWNER_UNKNOWN,
                        "This does not say whose it is: account.js is missing or unreadable. Bring the ZIP as X gave"
                                + " it, or first prove your X account."));
        if (announced.isPresent() && !announced.get().xId().equals(owner.xId())) {
            throw new ArchiveRefusedException(
                    Reason.OWNER_UNKNOWN,
                    "This archive names two different owners. Request a new archive from X and bring it unchanged.");
        }
        return owner;
    }

    private Optional<ClaimedOwner> account() throws IOException {
        Optional<Part> part = parts.first(PartKind.ACCOUNT);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream text = archive.open(part.get())) {
            return parser.account(text);
        } catch (MalformedPartException e) {
            problem("account.js: " + e.getMessage());
            return Optional.empty();
        }
    }

    private IdSet list(PartKind kind, ListName list, int most, Manifest manifest) throws IOException {
        IdCollector ids = new IdCollector(list.words(), most);
        boolean whole = parts.first(kind).isPresent();
        int expected = 0;
        for (Part part : parts.of(kind)) {
            for (; expected < part.number() && manifest.files().isEmpty(); expected++) {
                missing(kind, partName(part, expected));
                whole = false;
            }
            expected = part.number() + 1;
            whole &= readIds(part, ids, announcedCount(manifest, part));
        }
        for (Manifest.Announced file : manifest.files()) {
            if (file.kind() == kind && parts.named(file.fileName()).isEmpty()) {
                missing(kind, file.fileName());
                whole = false;
            }
        }
        if (!whole) {
            incomplete.add(list);
        }
        return ids.toSet();
    }

    /** Gives whether every line of it could be read. */
    private boolean readIds(Part part, IdCollector ids, long announced) throws IOException {
        int before = ids.added();
        int unreadable = 0;
        try (InputStream text = archive.open(part)) {
            unreadable = parser.ids(text, part.kind(), ids);
            listPartsRead++;
        } catch (MalformedPartException e) {
            listPartsRead += ids.added() > before ? 1 : 0;
            listPartBroken |= isFollowData(part.kind());
            problem("%s: %s; %d accounts were read of it."
                    .formatted(part.fileName(), e.getMessage(), ids.added() - before));
            return false;
        }
        if (unreadable > 0) {
            problem("%s: %d lines name no account.".formatted(part.fileName(), unreadable));
        }
        long found = (long) ids.added() - before + unreadable;
        if (announced >= 0 && announced != found) {
            problem("%s: the manifest announces %d accounts, the file holds %d."
                    .formatted(part.fileName(), announced, found));
        }
        return unreadable == 0;
    }

    /** Says what could not be read; enough is enough, for the person and for whoever stores it. */
    private void problem(String line) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(line);
        }
    }

    private void missing(PartKind kind, String fileName) {
        listPartMissing |= isFollowData(kind);
        problem("%s is missing.".formatted(fileName));
    }

    /** Not one list was read: says which of the reasons was first in the way. */
    private void requireFollowData() throws ArchiveRefusedException {
        if (listPartsRead > 0) {
            return;
        }
        if (listPartBroken) {
            throw new ArchiveRefusedException(
                    Reason.MALFORMED_PART, "Neither list can be read: " + String.join(" ", problems));
        }
        if (listPartMissing) {
            throw new ArchiveRefusedException(
                    Reason.PART_MISSING,
                    "The archive announces following.js and follower.js, but they are not in the ZIP. Bring the ZIP as"
                            + " X gave it.");
        }
        throw PartSelection.withoutParts(archive.shape());
    }

    private Acquaintances acquaintances() throws IOException {
        Acquaintances acquaintances = new Acquaintances();
        boolean whole = parts.first(PartKind.TWEETS).isPresent();
        for (PartKind kind : List.of(PartKind.TWEETS, PartKind.DELETED_TWEETS, PartKind.COMMUNITY_TWEETS)) {
            for (Part part : parts.of(kind)) {
                try (InputStream text = archive.open(part)) {
                    parser.tweets(text, kind, acquaintances);
                } catch (MalformedPartException e) {
                    problem("%s: %s.".formatted(part.fileName(), e.getMessage()));
                    whole = false;
                }
            }
        }
        if (!whole) {
            incomplete.addAll(List.of(ListName.CLOSENESS, ListName.SIGHTINGS));
        }
        return acquaintances;
    }

    private void countMessages(long owner, Acquaintances acquaintances) throws IOException {
        for (Part part : parts.of(PartKind.DIRECT_MESSAGES)) {
            try (InputStream text = archive.open(part)) {
                parser.messages(text, part.kind(), owner, acquaintances);
            } catch (MalformedPartException e) {
                problem("%s: %s.".formatted(part.fileName(), e.getMessage()));
            }
        }
    }

    /**
     * Without a manifest, the time the lists were written into the ZIP stands in: tools that zip again keep it or make
     * it later, so an archive may seem newer than it is, never older.
     */
    private @Nullable Instant generatedAt(Manifest manifest) {
        if (manifest.generatedAt() != null) {
            return manifest.generatedAt();
        }
        return List.of(PartKind.FOLLOWING, PartKind.FOLLOWER).stream()
                .flatMap(kind -> parts.of(kind).stream())
                .map(Part::modified)
                .filter(Objects::nonNull)
                .filter(modified -> modified.isAfter(FIRST_ARCHIVE))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static long announcedCount(Manifest manifest, Part part) {
        return manifest.files().stream()
                .filter(file -> file.fileName().equals(part.fileName()))
                .mapToLong(Manifest.Announced::count)
                .findFirst()
                .orElse(-1);
    }

    private static String partName(Part part, int number) {
        String name = part.fileName().substring(0, part.fileName().indexOf('.')).replaceFirst("-part[0-9]+$", "");
        return number == 0 ? name + ".js" : name + "-part" + number + ".js";
    }

    private static boolean isFollowData(PartKind kind) {
        return kind == PartKind.FOLLOWING || kind == PartKind.FOLLOWER;
    }
}
