package org.essaim.gateway.migrations;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;
import org.jboss.logging.Logger;

/** Takes an archive or an extract: allowed? keep the bytes, then record and tell. */
@ApplicationScoped
public class BringArchive {

    private static final Logger LOG = Logger.getLogger(BringArchive.class);

    private final Migrations migrations;
    private final UploadStore store;
    private final UploadLimits limits;
    private final InstantSource clock;

    public BringArchive(Migrations migrations, UploadStore store, UploadLimits limits, InstantSource clock) {
        this.migrations = migrations;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes the bytes as they come. */
    public Outcome bring(MemberId member, UUID migration, Offer offer, InputStream bytes) throws IOException {
        if (migrations.find(member, migration).isEmpty()) {
            return new Outcome.NoSuchMigration();
        }
        long limit = switch (offer.kind()) {
            case EXTRACT -> limits.largestExtract();
            case ARCHIVE -> limits.fullArchives() ? limits.largestArchive() : 0;
        };
        if (limit == 0) {
            return new Outcome.FullArchiveNotTaken();
        }
        if (offer.declaredSize() > limit) {
            return new Outcome.TooLarge(limit);
        }
        UUID archive = UuidCreator.getTimeOrderedEpoch();
        try {
            return switch (store.keep(archive, new PacedStream(bytes, clock), limit)) {
                case UploadStore.Outcome.TooLarge() -> new Outcome.TooLarge(limit);
                case UploadStore.Outcome.Kept kept -> {
                    migrations.uploaded(member, migration, archive, offer, kept);
                    yield new Outcome.Taken(archive);
                }
            };
        } catch (PacedStream.SlowSenderException e) {
            LOG.info("an archive came too slowly and was not taken");
            return new Outcome.TooSlow();
        }
    }

    /**
     * What a member brings.
     *
     * @param declaredSize what the sender says there will be, or a negative number
     * @param replaceNewer whether it may replace lists that are newer; else archive-ingest rejects it as older and the member is asked
     */
    public record Offer(UploadKind kind, long declaredSize, boolean replaceNewer) {}

    /** What became of what was brought. */
    public sealed interface Outcome {

        /** It waits for archive-ingest. */
        record Taken(UUID archive) implements Outcome {}

        /** The member has no such move. */
        record NoSuchMigration() implements Outcome {}

        /** Here only extracts are taken. */
        record FullArchiveNotTaken() implements Outcome {}

        /** The bytes came too slowly; nothing is kept. */
        record TooSlow() implements Outcome {}

        /** More bytes than this. */
        record TooLarge(long limit) implements Outcome {}
    }
}
