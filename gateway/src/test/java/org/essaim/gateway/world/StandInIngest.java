package org.essaim.gateway.world;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.essaim.contracts.IdSet;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** The lists that archive-ingest would give. A test says over HTTP what they are, or that the service fails for a member. */
final class StandInIngest {

    private final Map<String, IdSet> lists = new ConcurrentHashMap<>();
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();

    private StandInIngest() {}

    static URI start() {
        return LoopbackServer.start(0, new StandInIngest()::answer).baseUri();
    }

    private WebResponse answer(WebRequest request) {
        String[] path = request.path().split("/", -1);
        if (path[1].equals("_control")) {
            return control(request);
        }
        String member = path[3];
        if (request.bearer().isEmpty()) {
            return WebResponse.json(401, "{}");
        }
        if (failing.containsKey(member)) {
            return WebResponse.json(503, "{}");
        }
        if (path[4].equals("uploads")) {
            return request.method().equals("DELETE")
                    ? WebResponse.json(202, "{}")
                    : WebResponse.json(200, "{\"state\":\"READING\",\"read\":1024,\"total\":4096}");
        }
        IdSet ids = lists.get(member + "/" + path[5]);
        if (ids == null) {
            return WebResponse.json(404, "{}");
        }
        String packed = Base64.getEncoder().encodeToString(ids.pack());
        return WebResponse.json(200, "{\"generation\":1,\"ownerXId\":\"1\",\"ids\":\"" + packed + "\"}");
    }

    private WebResponse control(WebRequest request) {
        String member = request.json().path("member").asText();
        if (request.path().endsWith("/failing")) {
            failing.put(member, true);
        } else if (request.path().endsWith("/well")) {
            failing.remove(member);
        } else {
            long[] ids = StreamSupport.stream(request.json().path("ids").spliterator(), false)
                    .flatMapToLong(id -> LongStream.of(id.asLong()))
                    .toArray();
            lists.put(member + "/" + request.json().path("list").asText(), IdSet.of(ids));
        }
        return WebResponse.json(200, "{}");
    }
}
