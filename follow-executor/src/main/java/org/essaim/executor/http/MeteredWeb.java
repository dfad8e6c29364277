package org.essaim.executor.http;

import io.micrometer.core.instrument.MeterRegistry;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Counts every answer by its status, and what had none: a 429 is a mistake of ours that an operator should see. */
public final class MeteredWeb implements Web {

    private static final String ANSWERS = "essaim.executor.answers";

    private final Web web;
    private final MeterRegistry metrics;

    public MeteredWeb(Web web, MeterRegistry metrics) {
        this.web = web;
        this.metrics = metrics;
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        try {
            WebResponse response = web.send(request);
            count(Integer.toString(response.status()));
            return response;
        } catch (WebException e) {
            count("none");
            throw e;
        }
    }

    private void count(String status) {
        metrics.counter(ANSWERS, "status", status).increment();
    }
}
