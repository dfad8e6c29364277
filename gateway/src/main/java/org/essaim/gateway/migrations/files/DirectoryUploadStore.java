package org.essaim.gateway.migrations.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.essaim.gateway.migrations.UploadStore;

/**
 * One file an upload, named by its id: written beside, forced to disk, then renamed, so that nobody reads half of it. In 256 folders: many that come
 * at once would wait for one.
 */
public final class DirectoryUploadStore implements UploadStore {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;

    public DirectoryUploadStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public Outcome keep(UUID archive, InputStream bytes, long limit) throws IOException {
        String name = archive.toString();
        // The last two digits: ids that begin with the time would all go to the same folder.
        String folder = name.substring(name.length() - 2);
        Path place = Files.createDirectories(directory.resolve(folder));
        Path part = place.resolve(name + ".part");
        try {
            Outcome outcome = write(folder + "/" + name, part, bytes, limit);
            if (outcome instanceof Outcome.Kept) {
                Files.move(part, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            return outcome;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Outcome write(String reference, Path part, InputStream bytes, long limit) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int read = bytes.read(chunk);
            while (read >= 0) {
                size += read;
                if (size > limit) {
                    return new Outcome.TooLarge();
                }
                digest.update(chunk, 0, read);
                ByteBuffer out = ByteBuffer.wrap(chunk, 0, read);
                while (out.hasRemaining()) {
                    file.write(out);
                }
                read = bytes.read(chunk);
            }
            file.force(true);
        }
        return new Outcome.Kept(reference, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
