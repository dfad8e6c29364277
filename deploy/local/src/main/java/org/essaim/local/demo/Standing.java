package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.essaim.contracts.Network;
import org.essaim.local.demo.http.Gateway;
import org.jspecify.annotations.Nullable;

/** What the gateway says about one migration, read page by page. */
final class Standing {

    private final Gateway gateway;
    private final UUID migration;

    Standing(Gateway gateway, UUID migration) {
        this.gateway = gateway;
        this.migration = migration;
    }

    /** The upload with that id when it is read or refused; null as long as it waits. */
    @Nullable
    JsonNode upload(String archive) {
        JsonNode upload = gateway.migration(migration).path("archive");
        boolean over = upload.path("id").asText().equals(archive)
                && !upload.path("state").asText().equals("WAITING");
        return over ? upload : null;
    }

    /** Whether every bucket of the lists has been matched. */
    boolean whollyMatched() {
        return gateway.migration(migration).path("wholeMatched").asBoolean();
    }

    int matched(Network network) {
        return StreamSupport.stream(gateway.migration(migration).path("matched").spliterator(), false)
                .filter(count -> count.path("network").asText().equals(network.name()))
                .mapToInt(count -> count.path("matches").asInt())
                .sum();
    }

    List<JsonNode> matches() {
        return all("matches", cursor -> gateway.matches(migration, cursor));
    }

    List<JsonNode> follows() {
        return all("follows", cursor -> gateway.follows(migration, cursor));
    }

    private static List<JsonNode> all(String name, Function<String, JsonNode> read) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read.apply(cursor);
            page.path(name).forEach(all::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return all;
    }
}
