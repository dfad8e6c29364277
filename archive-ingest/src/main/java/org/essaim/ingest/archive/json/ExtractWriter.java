package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.HandleSighting;

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
            ids(json, "followings", contents.followings());
            ids(json, "followers", contents.followers());
            ids(json, "blocks", contents.blocks());
            ids(json, "mutes", contents.mutes());
            closeness(json, contents.closeness().toArray());
            sightings(json, contents);
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

    private static void ids(JsonGenerator json, String name, IdSet ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < ids.size(); i++) {
            json.writeString(Long.toString(ids.get(i)));
        }
        json.writeEndArray();
    }

    private static void closeness(JsonGenerator json, long[] closestFirst) throws IOException {
        json.writeArrayFieldStart("closeness");
        for (int i = 0; i < closestFirst.length; i++) {
            json.writeStartArray();
            json.writeString(Long.toString(closestFirst[i]));
            json.writeNumber(i + 1);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void sightings(JsonGenerator json, ArchiveContents contents) throws IOException {
        json.writeArrayFieldStart("sightings");
        for (HandleSighting sighting : contents.sightings()) {
            json.writeStartObject();
            json.writeStringField("xId", sighting.xId().asString());
            json.writeStringField("handle", sighting.handle());
            json.writeStringField("seenAt", sighting.seenAt().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
