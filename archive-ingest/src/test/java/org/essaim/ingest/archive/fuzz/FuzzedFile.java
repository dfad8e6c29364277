package org.essaim.ingest.archive.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that every input of a target goes through. */
final class FuzzedFile {

    private FuzzedFile() {}

    /** A file of this name that goes with the process. */
    static Path of(String name) {
        try {
            Path directory = Files.createTempDirectory("fuzzed");
            Path file = directory.resolve(name);
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
