package org.essaim.local.files;

import java.nio.file.Path;

/** Another launcher works in the folder; the message says which and what to do. */
public final class FolderInUseException extends Exception {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, String owner) {
        super("Essaim runs already on the data in " + folder + " (process " + owner
                + "): stop that one first, with Ctrl-C in its terminal or with kill " + owner);
    }
}
