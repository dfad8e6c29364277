package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ArchiveTimes;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.ListName;
import org.essaim.ingest.archive.ReadLimits;
import org.jspecify.annotations.Nullable;

/** The fields of an extract as they are read. Unknown fields are passed over, anything else unexpected is refused. */
final class ExtractText {

    static final String FORMAT = "essaim-extract/1";

    private final ReadLimits limits;
    private final List<long[]> closeness = new ArrayList<>();
    private final List<HandleSighting> sightings = new ArrayList<>();
    private @Nullable String format;
    private @Nullable Instant generatedAt;
    private long ownerId = -1;
    private @Nullable String handle;
    private @Nullable String name;
    private final Map<ListName, IdSet> lists = new EnumMap<>(ListName.class);
    /** What was not met yet. */
    private final Set<ListName> absent = EnumSet.allOf(ListName.class);

    private final Set<ListName> brokenOff = EnumSet.noneOf(ListName.class);

    ExtractText(ReadLimits limits) {
        this.limits = limits;
    }

    void read(String field, JsonParser value) throws IOException {
        switch (field) {
            case "format" -> format = Fields.text(value);
            case "owner" -> Fields.of(value, this::readOwner);
            case "generatedAt" -> generatedAt = instant(value);
            case "incomplete" -> Fields.elements(value, this::readIncomplete);
            default -> {
                Optional<ListName> list = ListName.ofProperty(field);
                if (list.isPresent()) {
                    readList(list.get(), value);
                } else {
                    value.skipChildren();
                }
            }
        }
    }

    private void readList(ListName list, JsonParser value) throws IOException {
        if (value.currentToken() == JsonToken.START_ARRAY) {
            absent.remove(list);
        }
        switch (list) {
            case FOLLOWINGS -> lists.put(list, ids(list, value, limits.followings()));
            case FOLLOWERS, BLOCKS, MUTES -> lists.put(list, ids(list, value, limits.idsPerList()));
            case CLOSENESS -> Fields.elements(value, this::readCloseness);
            case SIGHTINGS -> Fields.elements(value, this::readSighting);
        }
    }

    private void readIncomplete(JsonParser value) throws IOException {
        String list = Fields.text(value);
        if (list == null) {
            throw malformed("incomplete", value);
        }
        ListName.ofProperty(list).ifPresent(brokenOff::add);
    }

    private void readOwner(String field, JsonParser value) throws IOException {
        switch (field) {
            case "xId" -> ownerId = Fields.id(value);
            case "handle" -> handle = Fields.text(value);
            case "name" -> name = Fields.text(value);
            default -> value.skipChildren();
        }
    }

    private static IdSet ids(ListName list, JsonParser parser, int most) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(list.property(), parser);
        }
        IdCollector ids = new IdCollector(list.words(), most);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ids.add(requiredId(list.property(), parser));
        }
        return ids.toSet();
    }

    private void readCloseness(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY || closeness.size() >= limits.followings()) {
            throw malformed("closeness", parser);
        }
        parser.nextToken();
        long id = requiredId("closeness", parser);
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 1) {
            throw malformed("closeness", parser);
        }
        closeness.add(new long[] {parser.getLongValue(), id});
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw malformed("closeness", parser);
        }
    }

    private void readSighting(JsonParser parser) throws IOException {
        Sighting sighting = new Sighting();
        Fields.of(parser, sighting::read);
        if (sighting.id <= 0
                || sighting.handle == null
                || !HandleSighting.isHandle(sighting.handle)
                || sighting.at == null
                || sightings.size() >= limits.idsPerList()) {
            throw malformed("sightings", parser);
        }
        sightings.add(new HandleSighting(new XId(sighting.id), sighting.handle, sighting.at));
    }

    ArchiveContents contents() throws ArchiveRefusedException {
        if (!FORMAT.equals(format)) {
            throw new ArchiveRefusedException(
                    Reason.NOT_AN_ARCHIVE,
                    "This file is not an extract that this version reads. Make the extract again from your archive.");
        }
        if (ownerId <= 0) {
            throw new ArchiveRefusedException(
                    Reason.OWNER_UNKNOWN, "This extract does not say whose it is. Make it again from your archive.");
        }
        if (absent.contains(ListName.FOLLOWINGS)) {
            throw new ArchiveRefusedException(
                    Reason.NO_FOLLOW_DATA, "This extract holds no follows. Make it again from your archive.");
        }
        if (generatedAt == null) {
            throw new ArchiveRefusedException(
                    Reason.MALFORMED_PART,
                    "This extract does not say how old its archive is. Make it again from your archive.");
        }
        Set<ListName> incomplete = EnumSet.copyOf(brokenOff);
        incomplete.addAll(absent);
        return new ArchiveContents(
                new ClaimedOwner(new XId(ownerId), handle, name),
                generatedAt,
                idsOf(ListName.FOLLOWINGS),
                idsOf(ListName.FOLLOWERS),
                idsOf(ListName.BLOCKS),
                idsOf(ListName.MUTES),
                ranks(),
                sightings,
                incomplete,
                List.of());
    }

    private Closeness ranks() throws ArchiveRefusedException {
        try {
            return Closeness.of(closeness.stream()
                    .sorted(Comparator.comparingLong(ranked -> ranked[0]))
                    .mapToLong(ranked -> ranked[1])
                    .toArray());
        } catch (IllegalArgumentException e) {
            throw new ArchiveRefusedException(
                    Reason.MALFORMED_PART, "This extract ranks an account twice. Make it again from your archive.");
        }
    }

    private IdSet idsOf(ListName list) {
        return lists.getOrDefault(list, IdSet.EMPTY);
    }

    private static long requiredId(String list, JsonParser parser) throws IOException {
        long id = parser.currentToken() == JsonToken.VALUE_STRING ? Fields.id(parser) : -1;
        if (id <= 0) {
            throw malformed(list, parser);
        }
        return id;
    }

    private static Instant instant(JsonParser parser) throws IOException {
        try {
            Instant instant = Instant.parse(String.valueOf(Fields.text(parser)));
            if (ArchiveTimes.canHold(instant)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw malformed("dates", parser);
        }
        throw malformed("dates", parser);
    }

    private static ArchiveRefusedException malformed(String list, JsonParser parser) {
        return new ArchiveRefusedException(
                Reason.MALFORMED_PART,
                "The %s of this extract cannot be read after byte %d. Make the extract again from your archive."
                        .formatted(list, parser.currentLocation().getByteOffset()));
    }

    private static final class Sighting {
        private long id = -1;
        private @Nullable String handle;
        private @Nullable Instant at;

        private void read(String field, JsonParser value) throws IOException {
            switch (field) {
                case "xId" -> id = Fields.id(value);
                case "handle" -> handle = Fields.text(value);
                case "seenAt" -> at = instant(value);
                default -> value.skipChildren();
            }
        }
    }
}
