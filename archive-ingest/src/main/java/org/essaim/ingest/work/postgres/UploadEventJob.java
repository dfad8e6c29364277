package org.essaim.ingest.work.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.XAccountProven;
import org.essaim.ingest.ApplyProof;
import org.essaim.ingest.EraseLists;
import org.essaim.ingest.IngestArchive;
import org.essaim.ingest.IngestConfig;
import org.essaim.ingest.IngestOutcome;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.jboss.logging.Logger;

/** Hands each event to its use case. */
@ApplicationScoped
class UploadEventJob implements JobHandler {

    static final String KIND = "upload-event";

    private static final Logger LOG = Logger.getLogger(UploadEventJob.class);

    private final IngestArchive ingestArchive;
    private final ApplyProof applyProof;
    private final EraseLists eraseLists;
    private final MeterRegistry metrics;
    private final int atOnce;

    UploadEventJob(
            IngestArchive ingestArchive,
            ApplyProof applyProof,
            EraseLists eraseLists,
            MeterRegistry metrics,
            IngestConfig config) {
        this.ingestArchive = ingestArchive;
        this.applyProof = applyProof;
        this.eraseLists = eraseLists;
        this.metrics = metrics;
        this.atOnce = config.uploads().atOnce();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Many, because most of them wait for a commit that they share; what is heavy waits for the reading room. */
    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public void run(Job job) throws Exception {
        UploadEvent event = EventPayload.read(job.payload());
        switch (event) {
            case ArchiveUploaded upload -> ingest(job.id(), upload);
            case XAccountProven proof -> applyProof.apply(job.id(), proof);
            case ListsErased erasure -> eraseLists.erase(job.id(), erasure);
        }
    }

    private void ingest(UUID work, ArchiveUploaded upload) throws Exception {
        Timer.Sample started = Timer.start(metrics);
        String outcome = switch (ingestArchive.ingest(work, upload)) {
            case IngestOutcome.Stands _ -> "STANDS";
            case IngestOutcome.Rejected rejected -> {
                LOG.infof("archive rejected archive=%s reason=%s", upload.archive(), rejected.reason());
                yield rejected.reason().name();
            }
        };
        started.stop(metrics.timer("essaim.ingest.archives", "outcome", outcome));
    }
}
