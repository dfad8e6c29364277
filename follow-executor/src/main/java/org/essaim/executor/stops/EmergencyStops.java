package org.essaim.executor.stops;

import java.util.List;

/** What is stopped. Takes effect before the next batch, on Mastodon before the next follow; what is being sent ends first. */
public interface EmergencyStops {

    void stop(EmergencyStop stop);

    /** Returns false when nothing was stopped there. */
    boolean lift(String scope);

    List<EmergencyStop> all();
}
