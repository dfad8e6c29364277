package org.essaim.gateway.rights.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.rights.Erasures;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;

/** A record that was on its way while its member was erased may have left rows: they go as well. */
@ApplicationScoped
class Stragglers implements JobHandler {

    private final Erasures erasures;
    private final InstantSource clock;

    Stragglers(Erasures erasures, InstantSource clock) {
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Erasures.STRAGGLERS_JOB;
    }

    @Override
    public void run(Job job) {
        erasures.removeStragglers(MemberId.of(job.payload()), job.id());
        erasures.forgetClosedLogins(clock.instant());
    }
}
