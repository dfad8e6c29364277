package org.essaim.gateway.executor.rest;

import org.essaim.gateway.executor.Answer;
import org.essaim.platform.http.Problem;

/** What is given, or the problem to answer with. */
public final class Answers {

    private Answers() {}

    public static <T> T unwrap(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(int status, String slug, String title, String detail) ->
                throw new Problem(status, slug, title, detail);
            case Answer.Unreachable<T>() ->
                throw new Problem(
                        502,
                        "executor-unreachable",
                        "Not possible right now",
                        "The service that talks to the networks does not answer. Nothing was changed; try again in a moment.");
        };
    }
}
