package org.essaim.gateway.rights.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.rights.Erasures;
import org.essaim.gateway.rights.SignInAccounts;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;

/** Ends the account at the sign-in service; tried again until that says that it is gone. */
@ApplicationScoped
class AccountRemovals implements JobHandler {

    private final SignInAccounts accounts;
    private final Erasures erasures;

    AccountRemovals(SignInAccounts accounts, Erasures erasures) {
        this.accounts = accounts;
        this.erasures = erasures;
    }

    @Override
    public String kind() {
        return Erasures.ACCOUNT_JOB;
    }

    @Override
    public void run(Job job) {
        String[] login = job.payload().split("\n", 2);
        accounts.remove(new Login(login[0], login[1]));
        erasures.accountIsGone(UUID.fromString(job.subject()), job.id());
    }
}
