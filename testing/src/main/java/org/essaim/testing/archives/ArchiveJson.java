package org.essaim.testing.archives;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.essaim.contracts.XId;

/** The elements of an archive's lists, with the fields that X gives them; numbers are strings, as there. */
final class ArchiveJson {

    private static final DateTimeFormatter TWEET_TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ArchiveJson() {}

    static Map<String, Object> account(ArchiveOwner owner) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("email", owner.handle() + "@example.org");
        account.put("createdVia", "web");
        account.put("username", owner.handle());
        account.put("accountId", owner.id().asString());
        account.put("createdAt", owner.createdAt().toString());
        account.put("accountDisplayName", owner.name());
        return Map.of("account", account);
    }

    static Map<String, Object> profile(ArchiveOwner owner) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("bio", "Made up by " + owner.name());
        description.put("website", "");
        description.put("location", "");
        return Map.of("profile", Map.of("description", description));
    }

    /**
     * An entry of a list of accounts.
     *
     * @param wrapper {@code following}, {@code follower}, {@code blocking} or {@code muting}
     */
    static Map<String, Object> edge(String wrapper, XId id) {
        Map<String, Object> edge = new LinkedHashMap<>();
        edge.put("accountId", id.asString());
        edge.put("userLink", "https://twitter.com/intent/user?user_id=" + id.asString());
        return Map.of(wrapper, edge);
    }

    static Map<String, Object> tweet(Tweet tweet) {
        Map<String, Object> entities = new LinkedHashMap<>();
        entities.put("hashtags", List.of());
        entities.put("symbols", List.of());
        entities.put("user_mentions", mentions(tweet));
        entities.put("urls", List.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("retweeted", false);
        fields.put("source", "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>");
        fields.put("entities", entities);
        fields.put("favorite_count", "0");
        Mention answered = tweet.replyTo();
        if (answered != null) {
            fields.put("in_reply_to_user_id", answered.id().asString());
            fields.put("in_reply_to_user_id_str", answered.id().asString());
            fields.put("in_reply_to_screen_name", answered.handle());
        }
        fields.put("id_str", Long.toString(tweet.id()));
        fields.put("id", Long.toString(tweet.id()));
        fields.put("created_at", TWEET_TIME.format(tweet.createdAt()));
        fields.put("full_text", tweet.text());
        fields.put("lang", "en");
        return fields;
    }

    static Map<String, Object> conversation(ArchiveOwner owner, Conversation conversation, Instant until) {
        String mine = owner.id().asString();
        String theirs = conversation.with().asString();
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < conversation.messages(); i++) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("recipientId", i % 2 == 0 ? theirs : mine);
            message.put("senderId", i % 2 == 0 ? mine : theirs);
            message.put("id", Integer.toString(i + 1));
            message.put("text", "nobody reads this");
            message.put("createdAt", until.minusSeconds(3600L * (i + 1)).toString());
            messages.add(Map.of("messageCreate", message));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversationId", mine + "-" + theirs);
        fields.put("messages", messages);
        return Map.of("dmConversation", fields);
    }

    private static List<Map<String, Object>> mentions(Tweet tweet) {
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (Mention mention : tweet.mentions()) {
            int start = Math.max(0, tweet.text().indexOf("@" + mention.handle()));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", mention.name());
            fields.put("screen_name", mention.handle());
            fields.put(
                    "indices",
                    List.of(
                            Integer.toString(start),
                            Integer.toString(start + 1 + mention.handle().length())));
            fields.put("id_str", mention.id().asString());
            fields.put("id", mention.id().asString());
            mentions.add(fields);
        }
        return mentions;
    }
}
