package org.essaim.ingest.archive.parts;

import java.util.Optional;

/**
 * The parts that are read. Every other file of an archive stays unopened; direct messages are opened on the person's own
 * machine only, to count them.
 */
public enum PartKind {
    MANIFEST("manifest", "manifest"),
    ACCOUNT("account", "account"),
    FOLLOWING("following", "following"),
    FOLLOWER("follower", "follower"),
    BLOCK("block", "block"),
    MUTE("mute", "mute"),
    TWEETS("tweets", "tweet"),
    DELETED_TWEETS("deleted-tweets", "deleted-tweet"),
    COMMUNITY_TWEETS("community-tweet", "community-tweets"),
    DIRECT_MESSAGES("direct-messages", "direct-message");

    private final String fileName;
    private final String otherFileName;

    PartKind(String fileName, String otherFileName) {
        this.fileName = fileName;
        this.otherFileName = otherFileName;
    }

    /** The kind of a file by its name in lower case, without number and ending. */
    static Optional<PartKind> ofFileName(String name) {
        for (PartKind kind : values()) {
            if (kind.isNamed(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code window.YTD.NAME.part0} announces this kind: the file name with underscores for hyphens. */
    public boolean isGlobal(String name) {
        return isNamed(name.replace('_', '-'));
    }

    private boolean isNamed(String name) {
        return fileName.equals(name) || otherFileName.equals(name);
    }
}
