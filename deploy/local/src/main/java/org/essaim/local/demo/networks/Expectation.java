package org.essaim.local.demo.networks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the main person should follow, as the inquiry's script reads it.
 *
 * @param blueskyFollows handles
 * @param untouched follow records of before, which must be there with every byte they had
 * @param mastodonFollows actor URIs
 */
public record Expectation(
        Address bluesky,
        Address mastodon,
        List<String> blueskyFollows,
        List<JsonNode> untouched,
        List<String> mastodonFollows) {

    private static final JsonMapper JSON = new JsonMapper();

    public Expectation {
        blueskyFollows = List.copyOf(blueskyFollows);
        untouched = List.copyOf(untouched);
        mastodonFollows = List.copyOf(mastodonFollows);
    }

    /**
     * An account and the servers that tell of it.
     *
     * @param directory of identities; the server itself where there is none
     */
    public record Address(String server, String directory, String account) {}

    /** The same and one more follow on each network. */
    public Expectation and(String blueskyHandle, String mastodonUri) {
        List<String> handles = new ArrayList<>(blueskyFollows);
        handles.add(blueskyHandle);
        List<String> uris = new ArrayList<>(mastodonFollows);
        uris.add(mastodonUri);
        return new Expectation(bluesky, mastodon, handles, untouched, uris);
    }

    /** Writes it where the script will read it. */
    public Path write(Path file) throws IOException {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode first = whole.putObject("bluesky")
                .put("plc", bluesky.directory())
                .put("resolver", bluesky.server())
                .put("account", bluesky.account());
        first.set("follows", JSON.valueToTree(blueskyFollows));
        first.set("untouched", JSON.valueToTree(untouched));
        ObjectNode second =
                whole.putObject("mastodon").put("server", mastodon.server()).put("account", mastodon.account());
        second.set("follows", JSON.valueToTree(mastodonFollows));
        return Files.writeString(file, whole.toPrettyString());
    }
}
