package org.essaim.gateway.operators;

/** The projection of {@code matches.v1}. */
public interface MatchView {

    /** The job that rebuilds it. */
    String JOB = "match-rebuild";

    /** Asks for a rebuild. One that was asked for and has not ended is the same one. */
    void askForRebuild();
}
