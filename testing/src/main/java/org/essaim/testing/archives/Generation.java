package org.essaim.testing.archives;

/** The ways X has packed archives. */
public enum Generation {
    /** 2012-19: tweets by month, no follow data. */
    CLASSIC,
    /** 2018 to early 2020: files at the root of the ZIP, no manifest. */
    ROOT_LEVEL,
    /** From March 2020: {@code data/} with a manifest, tweets in {@code tweet.js}. */
    MANIFEST,
    /** From 2022: the same with {@code tweets.js} and many more data types. */
    MANIFEST_TWEETS
}
