package org.essaim.executor.stops;

import java.util.List;

/** What is stopped. Takes effect before the next account is claimed; a turn under way ends first. */
public interface EmergencyStops {

    void stop(EmergencyStop stop);

    /** Returns false when nothing was stopped there. */
    boolean lift(String scope);

    List<EmergencyStop> all();
}
