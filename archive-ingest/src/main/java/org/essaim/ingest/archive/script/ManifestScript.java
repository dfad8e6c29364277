package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveTimes;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.parts.Manifest;
import org.essaim.ingest.archive.parts.Part;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;
import org.jspecify.annotations.Nullable;

/** {@code window.__THAR_CONFIG = {userInfo, archiveInfo, dataTypes}}. */
final class ManifestScript {

    private static final Names SECTIONS = Names.of("userInfo", "archiveInfo", "dataTypes");
    private static final Names USER = Names.of("accountId", "userName", "displayName");
    private static final Names ARCHIVE = Names.of("generationDate", "isPartialArchive");
    private static final Names TYPE = Names.of("files");
    private static final Names FILE = Names.of("fileName", "count");
    /** More files than any archive announces; beyond them a manifest is made to fill memory. */
    private static final int MOST_FILES = 10_000;

    private final List<Manifest.Announced> files = new ArrayList<>();
    private long ownerId = -1;
    private @Nullable String handle;
    private @Nullable String name;
    private @Nullable Instant generatedAt;
    private boolean partial;

    void read(Scanner text) throws IOException {
        Values.fields(text, SECTIONS, (section, value) -> {
            switch (section) {
                case 0 -> Values.fields(value, USER, this::readOwner);
                case 1 -> Values.fields(value, ARCHIVE, this::readArchive);
                default -> readTypes(value);
            }
        });
    }

    private void readOwner(int field, Scanner value) throws IOException {
        switch (field) {
            case 0 -> ownerId = value.id();
            case 1 -> handle = value.text();
            default -> name = value.text();
        }
    }

    private void readArchive(int field, Scanner value) throws IOException {
        if (field == 0) {
            generatedAt = instant(value.text());
        } else {
            partial = "true".equals(value.scalar());
        }
    }

    /** The types by whatever name: what matters is which files each fills. */
    private void readTypes(Scanner types) throws IOException {
        if (!types.isNext('{')) {
            types.skip();
            return;
        }
        for (int type = types.firstField(TYPE); type != Scanner.END; type = types.nextField(TYPE)) {
            Values.fields(types, TYPE, (field, value) -> Values.elements(value, this::readFile));
        }
    }

    private void readFile(Scanner text) throws IOException {
        AnnouncedFile file = new AnnouncedFile();
        Values.fields(text, FILE, file::read);
        if (file.fileName != null && files.size() < MOST_FILES) {
            Part.of(file.fileName, null)
                    .ifPresent(part -> files.add(new Manifest.Announced(part.kind(), part.fileName(), file.count)));
        }
    }

    Manifest toManifest() {
        ClaimedOwner owner = ownerId > 0 ? new ClaimedOwner(new XId(ownerId), handle, name) : null;
        return new Manifest(owner, generatedAt, partial, files);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            Instant instant = text == null ? null : Instant.parse(text);
            return instant != null && ArchiveTimes.canHold(instant) ? instant : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static final class AnnouncedFile {
        private @Nullable String fileName;
        private long count = -1;

        private void read(int field, Scanner value) throws IOException {
            if (field == 0) {
                fileName = value.text();
            } else {
                count = value.count();
            }
        }
    }
}
