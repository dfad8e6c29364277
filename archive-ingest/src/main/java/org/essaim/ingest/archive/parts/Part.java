package org.essaim.ingest.archive.parts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A file of the archive that is read.
 *
 * @param directory the folder it stands in, in lower case, with forward slashes and a trailing one; empty at the root
 * @param number 0 for {@code following.js}, 1 for {@code following-part1.js}, and so on
 * @param modified when the file was written, as the ZIP says it, or null
 */
public record Part(
        String directory,
        PartKind kind,
        int number,
        String fileName,
        @Nullable Instant modified) {

    private static final Pattern NAME = Pattern.compile("([a-z-]+?)(?:-part([0-9]{1,4}))?\\.js");

    /** The part that an entry's name stands for; empty for folders, files of no interest and those macOS adds. */
    public static Optional<Part> of(String entryName, @Nullable Instant modified) {
        if (!endsWith(entryName, ".js")) {
            return Optional.empty();
        }
        String path = entryName.replace('\\', '/').toLowerCase(Locale.ROOT);
        int slash = path.lastIndexOf('/') + 1;
        String directory = path.substring(0, slash);
        String fileName = path.substring(slash);
        Matcher name = NAME.matcher(fileName);
        if (directory.startsWith("__macosx/") || !name.matches()) {
            return Optional.empty();
        }
        int number = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        return PartKind.ofFileName(name.group(1)).map(kind -> new Part(directory, kind, number, fileName, modified));
    }

    /** Whether a name ends so, in either case; quick, because an archive may name a million files. */
    public static boolean endsWith(String entryName, String ending) {
        return entryName.regionMatches(true, entryName.length() - ending.length(), ending, 0, ending.length());
    }

    /** Refuses names that would leave the folder an archive is unpacked to. We never unpack; whoever names so means harm. */
    public static void requireSafe(String entryName) throws ArchiveRefusedException {
        String path = entryName.replace('\\', '/');
        boolean absolute = path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':');
        boolean climbing = path.equals("..") || path.startsWith("../") || path.contains("/../") || path.endsWith("/..");
        if (absolute || climbing || path.indexOf('\0') >= 0) {
            throw new ArchiveRefusedException(
                    Reason.UNSAFE_PATH,
                    "This ZIP holds file names that no archive of X has. Request a new archive from X and bring it unchanged.");
        }
    }

    /** Whether it holds the one thing without which an archive is no use. */
    boolean isFollowData() {
        return kind == PartKind.FOLLOWING || kind == PartKind.FOLLOWER;
    }

    /** How many folders deep the part stands. */
    int depth() {
        return (int) directory.chars().filter(c -> c == '/').count();
    }
}
