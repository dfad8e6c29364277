package org.essaim.testing.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends this process with the one that started it: their shared pipe closes even when the parent is killed. */
public final class ParentWatch {

    private static final Logger LOG = Logger.getLogger(ParentWatch.class.getName());

    private ParentWatch() {}

    /** Waits until the stream ends; what is written to it is ignored. */
    public static void awaitEnd(InputStream fromParent) {
        try {
            fromParent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.log(Level.FINE, "The pipe to the parent broke, which is an end as well", e);
        }
    }
}
