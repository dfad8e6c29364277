package org.essaim.gateway.rest;

import org.essaim.platform.http.Problem;

/** How many items a page may have. */
public final class PageSize {

    private static final int MOST = 200;

    private PageSize() {}

    /** The size asked for, at most 200; refuses less than 1. */
    public static int of(int asked) {
        if (asked < 1) {
            throw new Problem(400, "limit-not-understood", "No such page size", "A page has 1 to " + MOST + " items.");
        }
        return Math.min(asked, MOST);
    }
}
