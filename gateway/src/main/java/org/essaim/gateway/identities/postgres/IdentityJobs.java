package org.essaim.gateway.identities.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;

/** One member's identity at a time; tried again as long as the lists cannot be read. */
@ApplicationScoped
public class IdentityJobs implements JobHandler {

    private final IdentityPublication publication;

    public IdentityJobs(IdentityPublication publication) {
        this.publication = publication;
    }

    @Override
    public String kind() {
        return IdentityPublication.JOB;
    }

    @Override
    public void run(Job job) {
        publication.publish(MemberId.of(job.subject()), job.id());
    }
}
