package org.essaim.platform.erasures;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal at every start of the service, for a restored database needs one, and erases again whom it names and the database still
 * has. A job: while the broker is away it is tried again, and nobody waits for it; cut off, it begins anew.
 */
@ApplicationScoped
public class ReplayErasures implements JobHandler {

    private static final Logger LOG = Logger.getLogger(ReplayErasures.class);
    private static final String JOB = "erasure-replay";
    private static final int PAGE = 1000;
    private static final MemberId BEFORE_ALL = new MemberId(new UUID(0, 0));

    private final ErasureJournal journal;
    private final JournalReader reader;
    private final Instance<KnownMembers> members;
    private final Jobs jobs;
    private final Transactions transactions;

    public ReplayErasures(
            ErasureJournal journal,
            JournalReader reader,
            Instance<KnownMembers> members,
            Jobs jobs,
            Transactions transactions) {
        this.journal = journal;
        this.reader = reader;
        this.members = members;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        if (members.isResolvable()) {
            UUID _ = begin();
        }
    }

    /** Has the journal read, soon and by one replica; gives the job that does it. */
    public UUID begin() {
        UUID job = UUID.randomUUID();
        transactions.inTransaction(session -> jobs.add(session, job, JOB, JOB, "", Instant.EPOCH));
        return job;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) {
        Map<String, Instant> erased = new HashMap<>();
        reader.read(entry -> {
            if (journal.isOurs(entry)) {
                erased.merge(entry.mark(), entry.at(), ReplayErasures::later);
            }
        });
        int again = erased.isEmpty() ? 0 : eraseAgain(erased);
        LOG.infof("journal of erasures read entries=%d erasedAgain=%d", erased.size(), again);
        transactions.inTransaction(session -> jobs.complete(session, job.id()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Goes through all members; one whose erasure fails keeps nobody else waiting. */
    private int eraseAgain(Map<String, Instant> erased) {
        KnownMembers known = members.get();
        int again = 0;
        RuntimeException failure = null;
        List<KnownMember> page = known.after(BEFORE_ALL, PAGE);
        while (!page.isEmpty()) {
            for (KnownMember next : page) {
                if (!isNamed(next, erased.get(journal.markOf(next.member())))) {
                    continue;
                }
                try {
                    known.eraseAgain(next.member());
                    again++;
                } catch (RuntimeException e) {
                    failure = e;
                }
            }
            page = known.after(page.getLast().member(), PAGE);
        }
        if (failure != null) {
            throw new IllegalStateException("not everybody could be erased again", failure);
        }
        return again;
    }

    /** Whom the service came to know after the erasure it has not from a backup: whoever did not go, for something failed, may have gone on. */
    private static boolean isNamed(KnownMember member, @Nullable Instant erasedAt) {
        return erasedAt != null && !member.since().isAfter(erasedAt);
    }
}
