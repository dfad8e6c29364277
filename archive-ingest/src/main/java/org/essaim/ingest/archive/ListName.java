package org.essaim.ingest.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may bring, each of which may be there or not. */
public enum ListName {
    FOLLOWINGS("accounts you follow"),
    FOLLOWERS("your followers"),
    BLOCKS("accounts you block"),
    MUTES("accounts you mute"),
    CLOSENESS("whom you wrote to most"),
    SIGHTINGS("handles in your posts");

    private final String words;

    ListName(String words) {
        this.words = words;
    }

    /** What it is called towards the person. */
    public String words() {
        return words;
    }

    /** What it is called in an extract. */
    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so in an extract; empty for one that is not known here. */
    public static Optional<ListName> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(name -> name.property().equals(property))
                .findFirst();
    }
}
