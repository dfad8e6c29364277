package org.essaim.contracts;

/** What a person brought. */
public enum UploadKind {
    /** The small JSON made on the person's own machine. */
    EXTRACT,
    /** The whole ZIP as X gave it, where the operator allows that. */
    ARCHIVE
}
