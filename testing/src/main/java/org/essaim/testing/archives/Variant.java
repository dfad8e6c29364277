package org.essaim.testing.archives;

/** What X, re-zipping and people's own hands do to an archive. */
public enum Variant {
    /** Files begin with the mark of UTF-8. */
    BYTE_ORDER_MARK,
    /** Lines end as on Windows. */
    CRLF,
    /** Lists end with a semicolon, the empty one as {@code [];}. */
    SEMICOLON,
    /** The first element stands on the line of the bracket. */
    ONE_LINE_START,
    /** Entry names use backslashes. */
    BACKSLASH_PATHS,
    /** Everything is one folder deeper. */
    NESTED_FOLDER,
    /** Entry names are in capitals. */
    UPPER_CASE,
    /** Re-zipped on a Mac: each entry has a companion under {@code __MACOSX}. */
    MACOSX,
    /** Reformatted by hand: keys without quotes, commas before closing brackets. */
    HAND_REFORMATTED
}
