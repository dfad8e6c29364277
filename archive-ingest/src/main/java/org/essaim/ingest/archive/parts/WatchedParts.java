package org.essaim.ingest.archive.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.archive.WatchedStream;

/** Parts whose reading somebody looks on. */
final class WatchedParts implements ArchiveParts {

    private final ArchiveParts parts;
    private final ReadingWatch watch;
    private final long total;
    private long read;

    WatchedParts(ArchiveParts parts, ReadingWatch watch) throws IOException {
        this.parts = parts;
        this.watch = watch;
        long bytes = 0;
        for (Part part : parts.parts()) {
            bytes += part.kind() == PartKind.DIRECT_MESSAGES ? 0 : parts.size(part);
        }
        this.total = bytes;
    }

    @Override
    public List<Part> parts() {
        return parts.parts();
    }

    @Override
    public Shape shape() {
        return parts.shape();
    }

    @Override
    public long size(Part part) throws IOException {
        return parts.size(part);
    }

    @Override
    public InputStream open(Part part) throws IOException {
        return new WatchedStream(parts.open(part), count -> {
            read += count;
            watch.saw(read, total);
        });
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
