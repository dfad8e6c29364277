package org.essaim.local.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Data that takes long to make, kept to begin other folders with.
 *
 * @param path where it is kept; its name says what it was made from, so that nobody begins with the data of another version
 */
public record Template(Path path) {

    public boolean exists() {
        return Files.isDirectory(path);
    }

    /** Puts a copy of everything in it into the folder. */
    public void copyTo(DataFolder folder) throws IOException {
        copy(path, folder.path());
    }

    /**
     * Makes the template of parts of a folder that nothing writes to now. It is there whole or, after a crash, not at all.
     *
     * @param parts names in the folder, of files or of folders
     */
    public void keep(Path folder, List<String> parts) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            DataFolder.delete(unfinished);
        }
        Files.createDirectories(path.getParent());
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String part : parts) {
            copy(folder.resolve(part), unfinished.resolve(part));
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(folder));
                if (!Files.isDirectory(target)) {
                    Files.copy(folder, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
