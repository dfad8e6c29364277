package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;

/** One connection of the {@link Door}, kept for one body after another: {@code PUT /MEMBER} with its length. */
final class DoorDesk {

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 256;
    private static final Pattern HEAD = Pattern.compile(
            "PUT /([0-9a-f-]{36}) HTTP/1\\.1\r\n(?:.+\r\n)*?Content-Length: ([0-9]+)\r\n(?:.+\r\n)*\r\n");
    private static final byte[] TAKEN =
            "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel connection;
    private final Path directory;
    private final UploadKind kind;
    private final MessageDigest digest = sha256();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER).flip();

    DoorDesk(SocketChannel connection, Path directory, UploadKind kind) {
        this.connection = connection;
        this.directory = directory;
        this.kind = kind;
    }

    /** Waits for the next upload to begin; false when there is none. */
    boolean await() throws IOException {
        return bytes.hasRemaining() || refill();
    }

    private boolean refill() throws IOException {
        int read = connection.read(bytes.clear());
        bytes.flip();
        return read > 0;
    }

    /** Takes the upload that begins, and has it on the disk when this returns. */
    ArchiveUploaded take() throws IOException {
        Matcher head = head();
        MemberId member = MemberId.of(head.group(1));
        long size = Long.parseLong(head.group(2));
        UUID archive = UUID.randomUUID();
        String name = archive.toString();
        String folder = name.substring(name.length() - 2);
        Path place = Files.createDirectories(directory.resolve(folder));
        Path part = place.resolve(name + ".part");
        write(part, size);
        Files.move(part, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new ArchiveUploaded(member, archive, kind, folder + "/" + name, size, sha256, null, Instant.now());
    }

    private Matcher head() throws IOException {
        while (true) {
            ByteBuffer begun = bytes.slice(bytes.position(), Math.min(LONGEST_HEAD, bytes.remaining()));
            String text = StandardCharsets.ISO_8859_1.decode(begun).toString();
            Matcher head = HEAD.matcher(text);
            if (head.lookingAt()) {
                bytes.position(bytes.position() + head.end());
                return head;
            }
            bytes.compact();
            if (connection.read(bytes) <= 0) {
                throw new IOException("not an upload");
            }
            bytes.flip();
        }
    }

    private void write(Path part, long size) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long left = size; left > 0; ) {
                if (!await()) {
                    throw new IOException("the body ends early");
                }
                int count = (int) Math.min(left, bytes.remaining());
                ByteBuffer chunk = bytes.slice(bytes.position(), count);
                digest.update(chunk.duplicate());
                while (chunk.hasRemaining()) {
                    file.write(chunk);
                }
                bytes.position(bytes.position() + count);
                left -= count;
            }
            file.force(true);
        }
    }

    /** Says that it was taken in. */
    void answer() throws IOException {
        ByteBuffer taken = ByteBuffer.wrap(TAKEN);
        while (taken.hasRemaining()) {
            connection.write(taken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
