package org.essaim.ingest.uploads.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.essaim.ingest.uploads.UploadStore;

/**
 * One file an upload, its reference the way to it: a name, in one of 256 folders or in none. The gateway moves it into place when it
 * is complete.
 */
public final class FileUploadStore implements UploadStore {

    private static final Pattern REFERENCE = Pattern.compile("(?:[0-9a-f]{2}/)?\\.?[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private final Path directory;

    public FileUploadStore(Path directory) {
        this.directory = directory;
    }

    /** A reference is a folder of two digits, a file's name and nothing else: it never leads out of the directory. */
    private Optional<Path> fileOf(String reference) {
        boolean plain = REFERENCE.matcher(reference).matches();
        return plain ? Optional.of(directory.resolve(reference)) : Optional.empty();
    }

    @Override
    public Optional<Path> find(String reference) {
        return fileOf(reference).filter(Files::isRegularFile);
    }

    @Override
    public void delete(String reference) throws IOException {
        Optional<Path> file = fileOf(reference);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    @Override
    public List<Waiting> waiting() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return waiting;
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                waitingIfThere(file).ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    private Optional<Waiting> waitingIfThere(Path file) throws IOException {
        try {
            return Optional.of(new Waiting(
                    directory.relativize(file).toString(),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            // Read and deleted since the directory was listed: it no longer waits.
            return Optional.empty();
        }
    }
}
