package org.essaim.gateway.letters.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.Letters;
import org.essaim.gateway.letters.SendLetter;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;

/** Sends letters, one after another for one member; tried again until the mail server takes it. */
@ApplicationScoped
class LetterJobs implements JobHandler {

    /** Longer than sign-in service and mail server may take together, so that nobody else begins the same letter. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final SendLetter sendLetter;

    LetterJobs(SendLetter sendLetter) {
        this.sendLetter = sendLetter;
    }

    @Override
    public String kind() {
        return Letters.JOB;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(Job job) {
        sendLetter.send(MemberId.of(job.subject()), Letter.Sort.valueOf(job.payload()), job.id(), job.attempts());
    }
}
