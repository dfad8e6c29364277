package org.essaim.testing.archives;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.essaim.contracts.XId;

/**
 * What a reader must find in an archive.
 *
 * @param followings distinct accounts, as for the other lists; 0 where the generation has no follow data
 * @param tweets all of them
 * @param handles the newest handle of each account that the tweets mention or answer
 */
public record GoldenCounts(int followings, int followers, int blocks, int mutes, int tweets, Map<XId, String> handles) {

    public GoldenCounts {
        handles = Map.copyOf(handles);
    }

    static GoldenCounts of(ArchiveContent content, Generation generation) {
        Map<XId, String> handles = handles(content.tweets());
        int tweets = content.tweets().size();
        if (generation == Generation.CLASSIC) {
            return new GoldenCounts(0, 0, 0, 0, tweets, handles);
        }
        return new GoldenCounts(
                distinct(content.followings()),
                distinct(content.followers()),
                distinct(content.blocks()),
                distinct(content.mutes()),
                tweets,
                handles);
    }

    private static int distinct(List<XId> ids) {
        return new HashSet<>(ids).size();
    }

    private static Map<XId, String> handles(List<Tweet> tweets) {
        Map<XId, String> newest = new HashMap<>();
        tweets.stream()
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .forEach(tweet -> {
                    tweet.mentions().forEach(mention -> newest.put(mention.id(), mention.handle()));
                    Mention answered = tweet.replyTo();
                    if (answered != null) {
                        newest.put(answered.id(), answered.handle());
                    }
                });
        return newest;
    }

    /** Handles stay out. */
    @Override
    public String toString() {
        return "GoldenCounts[" + followings + " followings, " + followers + " followers, " + blocks + " blocks, "
                + mutes + " mutes, " + tweets + " tweets, " + handles.size() + " handles]";
    }
}
