package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.ListName;

/** Writes {@code essaim-extract/1}: what {@link ExtractReader} reads. */
public final class ExtractWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ExtractWriter() {}

    /**
     * Writes the extract and leaves the stream open. Problems stay behind: they are for the person who reads the archive.
     *
     * @param otherwise how old the archive is, when it does not say so itself
     */
    public static void write(ArchiveContents contents, Instant otherwise, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", ExtractText.FORMAT);
            owner(json, contents);
            Instant generatedAt = contents.generatedAt() == null ? otherwise : contents.generatedAt();
            json.writeStringField("generatedAt", generatedAt.toString());
            Set<ListName> written = written(contents);
            for (ListName list : written) {
                json.writeArrayFieldStart(list.property());
                elements(json, contents, list);
                json.writeEndArray();
            }
            incomplete(json, contents, written);
            json.writeEndObject();
        }
    }

    private static void owner(JsonGenerator json, ArchiveContents contents) throws IOException {
        json.writeObjectFieldStart("owner");
        json.writeStringField("xId", contents.owner().xId().asString());
        if (contents.owner().handle() != null) {
            json.writeStringField("handle", contents.owner().handle());
        }
        if (contents.owner().name() != null) {
            json.writeStringField("name", contents.owner().name());
        }
        json.writeEndObject();
    }

    /** Without the lists that were not there: an empty array would say that they are empty. The format asks for the followings. */
    private static Set<ListName> written(ArchiveContents contents) {
        Set<ListName> written = EnumSet.allOf(ListName.class);
        written.removeIf(list ->
                contents.incomplete().contains(list) && list != ListName.FOLLOWINGS && contents.size(list) == 0);
        return written;
    }

    private static void elements(JsonGenerator json, ArchiveContents contents, ListName list) throws IOException {
        switch (list) {
            case FOLLOWINGS -> ids(json, contents.followings());
            case FOLLOWERS -> ids(json, contents.followers());
            case BLOCKS -> ids(json, contents.blocks());
            case MUTES -> ids(json, contents.mutes());
            case CLOSENESS -> closeness(json, contents.closeness().toArray());
            case SIGHTINGS -> sightings(json, contents);
        }
    }

    private static void ids(JsonGenerator json, IdSet ids) throws IOException {
        for (int i = 0; i < ids.size(); i++) {
            json.writeString(Long.toString(ids.get(i)));
        }
    }

    private static void closeness(JsonGenerator json, long[] closestFirst) throws IOException {
        for (int i = 0; i < closestFirst.length; i++) {
            json.writeStartArray();
            json.writeString(Long.toString(closestFirst[i]));
            json.writeNumber(i + 1);
            json.writeEndArray();
        }
    }

    private static void sightings(JsonGenerator json, ArchiveContents contents) throws IOException {
        for (HandleSighting sighting : contents.sightings()) {
            json.writeStartObject();
            json.writeStringField("xId", sighting.xId().asString());
            json.writeStringField("handle", sighting.handle());
            json.writeStringField("seenAt", sighting.seenAt().toString());
            json.writeEndObject();
        }
    }

    private static void incomplete(JsonGenerator json, ArchiveContents contents, Set<ListName> written)
            throws IOException {
        Set<ListName> incomplete = EnumSet.copyOf(written);
        incomplete.retainAll(contents.incomplete());
        if (incomplete.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("incomplete");
        for (ListName list : incomplete) {
            json.writeString(list.property());
        }
        json.writeEndArray();
    }
}
