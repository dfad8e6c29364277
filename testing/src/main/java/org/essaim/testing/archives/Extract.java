package org.essaim.testing.archives;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.essaim.contracts.XId;

/** Content as the person's browser reduces it, format {@code essaim-extract/1}: no text of anything anyone wrote. */
public final class Extract {

    /** Media type of an extract. */
    public static final String MEDIA_TYPE = "application/vnd.essaim.extract+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Extract() {}

    /** Writes the extract; leaves {@code out} open. */
    public static void write(ArchiveContent content, Instant generatedAt, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(of(content, generatedAt)));
        out.flush();
    }

    /** The extract as a tree, for tests that want to spoil it. */
    public static ObjectNode of(ArchiveContent content, Instant generatedAt) {
        ObjectNode extract = JSON.createObjectNode();
        extract.put("format", "essaim-extract/1");
        extract.putObject("owner")
                .put("xId", content.owner().id().asString())
                .put("handle", content.owner().handle())
                .put("name", content.owner().name());
        extract.put("generatedAt", generatedAt.toString());
        ids(extract.putArray("followings"), content.followings());
        ids(extract.putArray("followers"), content.followers());
        ids(extract.putArray("blocks"), content.blocks());
        ids(extract.putArray("mutes"), content.mutes());
        closeness(extract.putArray("closeness"), content.conversations());
        sightings(extract.putArray("sightings"), content.tweets());
        return extract;
    }

    private static void ids(ArrayNode array, List<XId> ids) {
        ids.forEach(id -> array.add(id.asString()));
    }

    /** Rank 1 is whom the person wrote with most. */
    private static void closeness(ArrayNode array, List<Conversation> conversations) {
        List<Conversation> closest = conversations.stream()
                .sorted(Comparator.comparingInt(Conversation::messages).reversed())
                .toList();
        for (int i = 0; i < closest.size(); i++) {
            array.addArray().add(closest.get(i).with().asString()).add(i + 1);
        }
    }

    private record Sighting(String handle, Instant seenAt) {}

    private static void sightings(ArrayNode array, List<Tweet> tweets) {
        Map<XId, Sighting> newest = new HashMap<>();
        for (Tweet tweet : tweets) {
            tweet.mentions().forEach(mention -> sight(newest, mention, tweet.createdAt()));
            Mention answered = tweet.replyTo();
            if (answered != null) {
                sight(newest, answered, tweet.createdAt());
            }
        }
        new TreeMap<>(newest)
                .forEach((id, sighting) -> array.addObject()
                        .put("xId", id.asString())
                        .put("handle", sighting.handle())
                        .put("seenAt", sighting.seenAt().toString()));
    }

    private static void sight(Map<XId, Sighting> newest, Mention mention, Instant at) {
        newest.merge(
                mention.id(),
                new Sighting(mention.handle(), at),
                (one, other) -> other.seenAt().isBefore(one.seenAt()) ? one : other);
    }
}
