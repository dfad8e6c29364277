package org.essaim.ingest;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.UploadKind;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.json.ExtractReader;
import org.essaim.ingest.archive.loose.LooseParts;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;
import org.essaim.ingest.lists.FreshLists;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.sealing.SealingKeys;
import org.essaim.ingest.uploads.ReadingRoom;
import org.essaim.ingest.uploads.UploadStore;
import org.essaim.ingest.uploads.Watches;
import org.essaim.ingest.uploads.files.FileUploadStore;
import org.essaim.ingest.work.UploadWork;

/** Puts the parts of the service together. */
@ApplicationScoped
class Wiring {

    /** Which part of the heap lists may take that are about to be published. */
    private static final int FRESH_PART_OF_HEAP = 16;

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** At start-up, so that a key that is none stops the service instead of the first upload. */
    @Produces
    @Singleton
    @Startup
    SealingKeys sealingKeys(IngestConfig config) {
        return SealingKeys.parse(config.keys());
    }

    @Produces
    @Singleton
    FreshLists freshLists(InstantSource clock) {
        return new FreshLists(Runtime.getRuntime().maxMemory() / FRESH_PART_OF_HEAP / Long.BYTES, clock);
    }

    @Produces
    @Singleton
    UploadStore uploads(@ConfigProperty(name = "essaim.uploads.directory") Path directory) {
        return new FileUploadStore(directory);
    }

    @Produces
    @Singleton
    ReadingRoom readingRoom(IngestConfig config) {
        return new ReadingRoom(
                config.uploads().readers().orElse(Runtime.getRuntime().availableProcessors()));
    }

    void close(@Disposes ReadingRoom room) {
        room.close();
    }

    @Produces
    @Singleton
    IngestArchive ingestArchive(
            UploadStore uploads,
            ReadingRoom room,
            Watches watches,
            MemberLists lists,
            InstantSource clock,
            IngestConfig config) {
        ReadLimits limits = config.limits().toReadLimits();
        return new IngestArchive(
                uploads,
                room,
                Map.of(
                        UploadKind.ARCHIVE,
                        new PartwiseReader(
                                LooseParts.orZip(ZipArchive.under(limits), limits), new ScriptPartParser(), limits),
                        UploadKind.EXTRACT,
                        new ExtractReader(limits)),
                watches,
                lists,
                clock);
    }

    @Produces
    @Singleton
    ApplyProof applyProof(MemberLists lists, InstantSource clock) {
        return new ApplyProof(lists, clock);
    }

    @Produces
    @Singleton
    SweepUploads sweepUploads(UploadStore uploads, UploadWork work, InstantSource clock, IngestConfig config) {
        return new SweepUploads(uploads, work, config.uploads().longestWait(), clock);
    }

    @Produces
    @Singleton
    EraseLists eraseLists(MemberLists lists, SweepUploads sweep) {
        return new EraseLists(lists, sweep);
    }
}
