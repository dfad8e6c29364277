package org.essaim.ingest.archive.loose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.parts.ArchiveParts;
import org.essaim.ingest.archive.parts.Part;
import org.essaim.ingest.archive.parts.PartKind;

/** Parts that lie there as files: a {@code following.js} that someone took out of the ZIP, or a folder of them. */
public final class LooseParts implements ArchiveParts {

    private static final int LONGEST_PREFIX = 256;
    private static final Pattern BEGINNING =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*window\\.YTD\\.([a-z_]{1,40})\\.part([0-9]{1,4})\\s*=");

    private final Map<Part, Path> files;

    private LooseParts(Map<Part, Path> files) {
        this.files = files;
    }

    /**
     * Opens a file that begins as a list of follows does as just that, and any other as a ZIP. Nothing tells how old such a list is: the
     * file was written when it was brought.
     */
    public static Opener orZip(Opener zip, ReadLimits limits) {
        return file -> {
            Optional<Part> part = followData(file);
            return part.isEmpty() ? zip.open(file) : checked(Map.of(part.get(), file), limits);
        };
    }

    /** Files under the names that they have in an archive; files of other names are left out. */
    public static ArchiveParts of(List<Path> files, ReadLimits limits) throws IOException {
        Map<Part, Path> parts = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Part.of(name, Files.getLastModifiedTime(file).toInstant()).ifPresent(part -> parts.put(part, file));
        }
        return checked(parts, limits);
    }

    private static ArchiveParts checked(Map<Part, Path> parts, ReadLimits limits) throws IOException {
        long bytes = 0;
        for (Path file : parts.values()) {
            bytes += Files.size(file);
        }
        if (bytes > limits.inflatedBytes()) {
            throw new ArchiveRefusedException(
                    Reason.TOO_LARGE, "The lists in these files are larger than is accepted.");
        }
        return new LooseParts(parts);
    }

    /** What the file is by its first words: its name may have been lost on the way. */
    private static Optional<Part> followData(Path file) throws IOException {
        String start;
        try (InputStream text = Files.newInputStream(file)) {
            start = new String(text.readNBytes(LONGEST_PREFIX), StandardCharsets.ISO_8859_1);
        }
        Matcher beginning = BEGINNING.matcher(start);
        if (!beginning.lookingAt()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(beginning.group(2));
        String name = beginning.group(1).replace('_', '-') + (number == 0 ? "" : "-part" + number) + ".js";
        return Part.of(name.toLowerCase(Locale.ROOT), null)
                .filter(part -> part.kind() == PartKind.FOLLOWING || part.kind() == PartKind.FOLLOWER);
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Shape shape() {
        return Shape.PLAIN;
    }

    @Override
    public long size(Part part) throws IOException {
        return Files.size(file(part));
    }

    @Override
    public InputStream open(Part part) throws IOException {
        return Files.newInputStream(file(part));
    }

    private Path file(Part part) {
        Path file = files.get(part);
        if (file == null) {
            throw new IllegalArgumentException("the part is not among these files");
        }
        return file;
    }

    @Override
    public void close() {
        // Each part is closed by whoever reads it.
    }
}
