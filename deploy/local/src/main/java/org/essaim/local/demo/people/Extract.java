package org.essaim.local.demo.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.XId;

/** The small extract of an archive that people upload in its place. */
public final class Extract {

    private static final JsonMapper JSON = new JsonMapper();

    private Extract() {}

    /** What the archive of {@code owner} says when it has nothing but followings and blocks. */
    public static JsonNode of(XId owner, String handle, List<XId> followings, List<XId> blocks, Instant generatedAt) {
        ObjectNode extract = JSON.createObjectNode().put("format", "essaim-extract/1");
        extract.putObject("owner").put("xId", owner.asString()).put("handle", handle).put("name", handle);
        extract.put("generatedAt", generatedAt.toString());
        extract.set("followings", ids(followings));
        extract.putArray("followers");
        extract.set("blocks", ids(blocks));
        extract.putArray("mutes");
        extract.putArray("closeness");
        extract.putArray("sightings");
        return extract;
    }

    private static ArrayNode ids(List<XId> accounts) {
        ArrayNode ids = JSON.createArrayNode();
        accounts.forEach(account -> ids.add(account.asString()));
        return ids;
    }
}
