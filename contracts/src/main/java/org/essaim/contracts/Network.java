package org.essaim.contracts;

/** A network that people move to. */
public enum Network {
    BLUESKY,
    /** Any server that speaks Mastodon's client API. */
    MASTODON
}
