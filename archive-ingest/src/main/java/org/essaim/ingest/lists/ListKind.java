package org.essaim.ingest.lists;

/** The rows that a generation is kept in. Their names are stored and part of what each row is sealed with. */
public enum ListKind {
    FOLLOWINGS,
    FOLLOWERS,
    BLOCKS,
    MUTES,
    /** Ids, closest first. */
    CLOSENESS,
    /** Handles seen in the member's posts: for this member's own use, and no other. */
    SIGHTINGS,
    /** The claimed owner and what could not be read. */
    ORIGIN
}
