package org.essaim.testing.archives;

import java.util.Arrays;
import java.util.List;
import org.essaim.contracts.XId;

/** What an archive says, however it is packed. Build one with {@link #of} and the {@code with} methods. */
public record ArchiveContent(
        ArchiveOwner owner,
        List<XId> followings,
        List<XId> followers,
        List<XId> blocks,
        List<XId> mutes,
        List<Tweet> tweets,
        List<Conversation> conversations) {

    public ArchiveContent {
        followings = List.copyOf(followings);
        followers = List.copyOf(followers);
        blocks = List.copyOf(blocks);
        mutes = List.copyOf(mutes);
        tweets = List.copyOf(tweets);
        conversations = List.copyOf(conversations);
    }

    /** An archive of someone who never did anything. */
    public static ArchiveContent of(ArchiveOwner owner) {
        return new ArchiveContent(owner, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public ArchiveContent withFollowings(List<XId> ids) {
        return new ArchiveContent(owner, ids, followers, blocks, mutes, tweets, conversations);
    }

    public ArchiveContent withFollowings(long... ids) {
        return withFollowings(xIds(ids));
    }

    public ArchiveContent withFollowers(List<XId> ids) {
        return new ArchiveContent(owner, followings, ids, blocks, mutes, tweets, conversations);
    }

    public ArchiveContent withFollowers(long... ids) {
        return withFollowers(xIds(ids));
    }

    public ArchiveContent withBlocks(long... ids) {
        return new ArchiveContent(owner, followings, followers, xIds(ids), mutes, tweets, conversations);
    }

    public ArchiveContent withMutes(long... ids) {
        return new ArchiveContent(owner, followings, followers, blocks, xIds(ids), tweets, conversations);
    }

    public ArchiveContent withTweets(List<Tweet> list) {
        return new ArchiveContent(owner, followings, followers, blocks, mutes, list, conversations);
    }

    public ArchiveContent withConversations(List<Conversation> list) {
        return new ArchiveContent(owner, followings, followers, blocks, mutes, tweets, list);
    }

    private static List<XId> xIds(long... ids) {
        return Arrays.stream(ids).mapToObj(XId::new).toList();
    }

    /** Whom people follow is theirs: only sizes are shown. */
    @Override
    public String toString() {
        return "ArchiveContent[" + followings.size() + " followings, " + followers.size() + " followers, "
                + tweets.size() + " tweets]";
    }
}
