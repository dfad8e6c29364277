package org.essaim.gateway.xaccounts.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.xaccounts.ProofRefresh;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;

/** Reads a new member's broker link; tried again until Keycloak answers. Settling twice changes nothing. */
@ApplicationScoped
public class ProofJobs implements JobHandler {

    private final ProofRefresh refresh;
    private final Transactions transactions;
    private final Jobs jobs;

    public ProofJobs(ProofRefresh refresh, Transactions transactions, Jobs jobs) {
        this.refresh = refresh;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return ProofRefresh.JOB;
    }

    @Override
    public void run(Job job) {
        refresh.refresh(MemberId.of(job.subject()));
        transactions.inTransaction(session -> jobs.complete(session, job.id()));
    }
}
