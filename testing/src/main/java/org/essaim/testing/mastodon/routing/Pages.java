package org.essaim.testing.mastodon.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.essaim.testing.mastodon.state.Edge;
import org.essaim.testing.web.WebResponse;

/** One page of ties, cut by the ties' own ids, with the Link header that leads to its neighbours. */
public record Pages(Call call, List<Edge> edges, int limit) {

    /**
     * Cuts the page that was asked for.
     *
     * @param all newest first
     * @param usual page size when none is asked for
     */
    public static Pages of(Call call, List<Edge> all, int usual) {
        int limit = call.limit(usual);
        long below = id(call, "max_id", Long.MAX_VALUE);
        long above = id(call, "since_id", id(call, "min_id", 0));
        return new Pages(
                call,
                all.stream()
                        .filter(edge -> edge.id() < below && edge.id() > above)
                        .limit(limit)
                        .toList(),
                limit);
    }

    public WebResponse answer(URI base, Function<Edge, JsonNode> entity) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        edges.forEach(edge -> body.add(entity.apply(edge)));
        WebResponse response = WebResponse.json(200, body);
        if (edges.isEmpty()) {
            return response;
        }
        List<String> links = new ArrayList<>();
        if (edges.size() == limit) {
            links.add(link(base, "max_id=" + edges.getLast().id(), "next"));
        }
        links.add(link(base, "since_id=" + edges.getFirst().id(), "prev"));
        return response.with("Link", String.join(", ", links));
    }

    private String link(URI base, String cut, String relation) {
        String size = call.parameters()
                .one("limit")
                .map(asked -> "limit=" + asked + "&")
                .orElse("");
        return "<" + base.resolve(call.request().path()) + "?" + size + cut + ">; rel=\"" + relation + "\"";
    }

    private static long id(Call call, String name, long otherwise) {
        return call.parameters().one(name).map(Long::parseLong).orElse(otherwise);
    }
}
