package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ArchiveReader;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.archive.WatchedStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code essaim-extract/1}, the lists that the person's own machine took out of an archive. */
public final class ExtractReader implements ArchiveReader {

    /** Extracts are UTF-8: a guess at another encoding would only let broken ones fail in other ways. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private final ReadLimits limits;

    public ExtractReader(ReadLimits limits) {
        this.limits = limits;
    }

    @Override
    public ReadOutcome read(Path file, @Nullable XId owner, ReadingWatch watch) throws IOException {
        long size = Files.size(file);
        if (size > limits.extractBytes()) {
            return new ReadOutcome.Refused(Reason.TOO_LARGE, "This extract is larger than is accepted.");
        }
        long[] read = new long[1];
        try (InputStream text =
                        new WatchedStream(Files.newInputStream(file), count -> watch.saw(read[0] += count, size));
                JsonParser parser = JSON.createParser(text)) {
            return new ReadOutcome.Read(parse(parser));
        } catch (ArchiveRefusedException e) {
            return e.refusal();
        }
    }

    private ArchiveContents parse(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notAnExtract();
            }
            ExtractText extract = new ExtractText(limits);
            Fields.of(parser, extract::read);
            if (parser.nextToken() != null) {
                throw notAnExtract();
            }
            return extract.contents();
        } catch (JsonProcessingException e) {
            throw notAnExtract();
        }
    }

    private static ArchiveRefusedException notAnExtract() {
        return new ArchiveRefusedException(
                Reason.NOT_AN_ARCHIVE,
                "This file is not an extract of Essaim. Make the extract again from your archive.");
    }
}
