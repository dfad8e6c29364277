package org.essaim.local.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that one launcher at a time works in. The lock goes with the process, however that ends. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Opens it, made if missing, for this user's eyes only.
     *
     * @throws FolderInUseException when another launcher has it
     */
    public static DataFolder open(Path path) throws IOException, FolderInUseException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        FileChannel file = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!lock(file)) {
            ByteBuffer owner = ByteBuffer.allocate(32);
            file.read(owner, 0);
            file.close();
            throw new FolderInUseException(
                    path, new String(owner.array(), 0, owner.position(), StandardCharsets.US_ASCII).strip());
        }
        file.truncate(0);
        file.write(
                StandardCharsets.US_ASCII.encode(
                        Long.toString(ProcessHandle.current().pid())),
                0);
        return new DataFolder(path, file);
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Removes all that is in it but the lock. */
    public void wipe() throws IOException {
        delete(path, path.resolve("lock"));
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        delete(folder, folder);
        Files.delete(folder);
    }

    private static void delete(Path top, Path spared) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(spared)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                if (!folder.equals(top)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    public Path path() {
        return path;
    }

    /** A folder of that name in it, made if missing. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
