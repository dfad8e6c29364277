package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.parts.ArchiveParts;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.essaim.ingest.archive.parts.Part;

/** A ZIP on disk. Of its directory only the entries that matter stay in memory, of its bytes only those that are read. */
public final class ZipArchive implements ArchiveParts {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_HEADER = 30;
    private static final int MOST_PARTS = 10_000;
    /** So many entries make a count of 16 bits begin again. */
    private static final long WRAP = 1 << 16;

    /** Parts of this size are worth a thread of their own to inflate them. */
    private static final long READ_AHEAD_FROM = 1 << 20;

    private final FileChannel file;
    private final InflatedBudget budget;
    private final Map<Part, ZipEntry> entries = new LinkedHashMap<>();
    private Shape shape = Shape.PLAIN;
    /** Lines of the directory, whether they matter or not. */
    private long read;

    private ZipArchive(FileChannel file, ReadLimits limits) {
        this.file = file;
        this.budget = new InflatedBudget(limits);
    }

    /** Opens ZIPs under these limits. */
    public static ArchiveParts.Opener under(ReadLimits limits) {
        return path -> open(path, limits);
    }

    private static ZipArchive open(Path path, ReadLimits limits) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ZipArchive archive = new ZipArchive(file, limits);
            archive.readDirectory(limits);
            return archive;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void readDirectory(ReadLimits limits) throws IOException {
        DirectoryEnd end = DirectoryEnd.find(file);
        Window directory = new Window(file, end.offset(), end.size());
        readEntries(directory, end.entries(), limits);
        while (end.wraps() && directory.holds(WRAP * ZipEntry.SMALLEST)) {
            readEntries(directory, WRAP, limits);
        }
    }

    private void readEntries(Window directory, long count, ReadLimits limits) throws IOException {
        read += count;
        if (read > limits.entries()) {
            throw InflatedBudget.bomb();
        }
        for (long i = 0; i < count; i++) {
            note(ZipEntry.read(directory));
        }
    }

    private void note(ZipEntry entry) throws ArchiveRefusedException {
        Part.requireSafe(entry.name());
        Optional<Part> part = Part.of(entry.name(), entry.modified());
        if (part.isEmpty()) {
            noteShape(entry.name());
            return;
        }
        if (entry.encrypted()) {
            throw new ArchiveRefusedException(
                    Reason.ENCRYPTED, "This ZIP is protected by a password. Bring the ZIP as X gave it, without one.");
        }
        boolean twice = entries.put(part.get(), entry) != null;
        if (twice || entries.size() > MOST_PARTS) {
            throw new ArchiveRefusedException(
                    Reason.UNSAFE_PATH,
                    "This ZIP holds the same file twice. Request a new archive from X and bring it unchanged.");
        }
    }

    private void noteShape(String name) {
        if (shape != Shape.PLAIN || !(Part.endsWith(name, ".js") || Part.endsWith(name, ".zip"))) {
            return;
        }
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (path.contains("data/js/tweets/") || path.endsWith("data/js/user_details.js")) {
            shape = Shape.CLASSIC;
        } else if (path.endsWith(".zip")) {
            shape = Shape.NESTED;
        }
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    private ZipEntry entry(Part part) {
        ZipEntry entry = entries.get(part);
        if (entry == null) {
            throw new IllegalArgumentException("the part is not of this archive");
        }
        return entry;
    }

    @Override
    public long size(Part part) {
        return entry(part).size();
    }

    @Override
    public InputStream open(Part part) throws IOException {
        ZipEntry entry = entry(part);
        if (entry.method() != ZipEntry.STORED && entry.method() != ZipEntry.DEFLATED) {
            throw new MalformedPartException("packed by a method that archives of X do not use", null);
        }
        budget.require(entry);
        Window header = new Window(file, entry.offset(), LOCAL_HEADER);
        if (header.i32() != LOCAL_SIGNATURE) {
            throw new MalformedPartException("not where the ZIP says it is", null);
        }
        header.skip(22);
        long data = entry.offset() + LOCAL_HEADER + header.u16() + header.u16();
        if (data > file.size() - entry.packed()) {
            throw Window.truncated();
        }
        EntryStream bytes = new EntryStream(file, entry, data, budget);
        return entry.size() < READ_AHEAD_FROM ? bytes : ReadAhead.of(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
