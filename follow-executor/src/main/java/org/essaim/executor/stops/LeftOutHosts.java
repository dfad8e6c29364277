package org.essaim.executor.stops;

import java.util.List;

/** Hosts whose admins asked to be left out: no account there is linked, and none that was is worked on. */
public interface LeftOutHosts {

    void leaveOut(LeftOutHost host);

    /** Returns false when the host was not left out. */
    boolean takeIn(String host);

    boolean contains(String host);

    List<LeftOutHost> all();
}
