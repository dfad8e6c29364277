package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.parts.Manifest;
import org.essaim.ingest.archive.parts.Part;
import org.jspecify.annotations.Nullable;

/** {@code window.__THAR_CONFIG = {userInfo, archiveInfo, dataTypes}}. */
final class ManifestText {

    private final List<Manifest.Announced> files = new ArrayList<>();
    private long ownerId = -1;
    private @Nullable String handle;
    private @Nullable String name;
    private @Nullable Instant generatedAt;
    private boolean partial;

    void read(JsonParser parser) throws IOException {
        Fields.of(parser, (section, value) -> {
            switch (section) {
                case "userInfo" -> Fields.of(value, this::readOwner);
                case "archiveInfo" -> Fields.of(value, this::readArchive);
                case "dataTypes" -> Fields.of(value, (type, data) -> Fields.of(data, this::readType));
                default -> value.skipChildren();
            }
        });
    }

    private void readOwner(String field, JsonParser value) throws IOException {
        switch (field) {
            case "accountId" -> ownerId = Fields.id(value);
            case "userName" -> handle = Fields.text(value);
            case "displayName" -> name = Fields.text(value);
            default -> value.skipChildren();
        }
    }

    private void readArchive(String field, JsonParser value) throws IOException {
        switch (field) {
            case "generationDate" -> generatedAt = instant(Fields.text(value));
            case "isPartialArchive" -> {
                partial =
                        value.currentToken().isScalarValue() && value.getText().equals("true");
                value.skipChildren();
            }
            default -> value.skipChildren();
        }
    }

    private void readType(String field, JsonParser value) throws IOException {
        if (field.equals("files")) {
            Fields.elements(value, this::readFile);
        } else {
            value.skipChildren();
        }
    }

    private void readFile(JsonParser parser) throws IOException {
        AnnouncedFile file = new AnnouncedFile();
        Fields.of(parser, file::read);
        if (file.fileName != null) {
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
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static final class AnnouncedFile {
        private @Nullable String fileName;
        private long count = -1;

        private void read(String field, JsonParser value) throws IOException {
            switch (field) {
                case "fileName" -> fileName = Fields.text(value);
                case "count" -> count = Fields.count(value);
                default -> value.skipChildren();
            }
        }
    }
}
