package org.essaim.testing.archives;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tweet.
 *
 * @param replyTo whom it answers, if anyone
 */
public record Tweet(
        long id,
        Instant createdAt,
        String text,
        List<Mention> mentions,
        @Nullable Mention replyTo) {

    public Tweet {
        mentions = List.copyOf(mentions);
    }

    /** A tweet that mentions accounts and answers nobody. */
    public static Tweet mentioning(long id, Instant createdAt, Mention... mentions) {
        StringBuilder text = new StringBuilder("Hello");
        for (Mention mention : mentions) {
            text.append(" @").append(mention.handle());
        }
        return new Tweet(id, createdAt, text.toString(), List.of(mentions), null);
    }
}
