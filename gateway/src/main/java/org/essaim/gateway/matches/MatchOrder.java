package org.essaim.gateway.matches;

/** In which order matches are shown; the X id decides between equals. */
public enum MatchOrder {
    /** By the closeness rank of the member's archive; those without one last. */
    CLOSENESS,
    /** Those who came last first. */
    NEWEST,
    /** By handle, the one on Bluesky where there are two. */
    NAME
}
