package org.essaim.ingest.archive.parts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;

/**
 * The parts of one archive: those of the shallowest folder with a list. Re-zipping adds a folder around; whatever an
 * archive carries deeper inside is another archive and stays unread.
 */
final class PartSelection {

    private final List<Part> parts;
    private final boolean ambiguous;

    private PartSelection(List<Part> parts, boolean ambiguous) {
        this.parts = parts;
        this.ambiguous = ambiguous;
    }

    /** Selects; refuses an archive that has none, saying what it looks like instead. */
    static PartSelection of(ArchiveParts archive) throws ArchiveRefusedException {
        Map<String, List<Part>> folders = archive.parts().stream()
                .collect(Collectors.groupingBy(Part::directory, TreeMap::new, Collectors.toList()));
        List<List<Part>> candidates = shallowest(folders.values().stream()
                .filter(folder -> folder.stream().anyMatch(Part::isFollowData))
                .toList());
        if (candidates.isEmpty()) {
            candidates = shallowest(List.copyOf(folders.values()));
        }
        if (candidates.isEmpty()) {
            throw withoutParts(archive.shape());
        }
        List<Part> parts = candidates.getFirst();
        requireNoneTwice(parts);
        return new PartSelection(parts, candidates.size() > 1);
    }

    private static List<List<Part>> shallowest(List<List<Part>> folders) {
        int depth = folders.stream()
                .mapToInt(folder -> folder.getFirst().depth())
                .min()
                .orElse(0);
        return folders.stream()
                .filter(folder -> folder.getFirst().depth() == depth)
                .toList();
    }

    private static void requireNoneTwice(List<Part> parts) throws ArchiveRefusedException {
        long distinct = parts.stream().map(Part::fileName).distinct().count();
        if (distinct != parts.size()) {
            throw new ArchiveRefusedException(
                    Reason.UNSAFE_PATH,
                    "This ZIP holds the same file twice. Request a new archive from X and bring it unchanged.");
        }
    }

    /** Why an archive without a single part that names an account is no use. */
    static ArchiveRefusedException withoutParts(ArchiveParts.Shape shape) {
        return switch (shape) {
            case CLASSIC ->
                new ArchiveRefusedException(
                        Reason.CLASSIC_ARCHIVE,
                        "This is a Twitter archive from before 2019: it holds posts, but not whom you follow. Request a new"
                                + " archive from X and bring that one.");
            case NESTED ->
                new ArchiveRefusedException(
                        Reason.NO_FOLLOW_DATA, "This ZIP holds another ZIP. Unpack it once and bring the ZIP inside.");
            case PLAIN ->
                new ArchiveRefusedException(
                        Reason.NO_FOLLOW_DATA,
                        "This ZIP has no following.js: it is not an archive of X, or not the whole of it. Bring the ZIP as"
                                + " X gave it.");
        };
    }

    /** Whether another folder could have been meant as well. */
    boolean ambiguous() {
        return ambiguous;
    }

    /** The parts of a kind, in the order of their numbers. */
    List<Part> of(PartKind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .sorted(Comparator.comparingInt(Part::number).thenComparing(Part::fileName))
                .toList();
    }

    Optional<Part> first(PartKind kind) {
        return of(kind).stream().findFirst();
    }

    Optional<Part> named(String fileName) {
        return parts.stream().filter(part -> part.fileName().equals(fileName)).findFirst();
    }
}
