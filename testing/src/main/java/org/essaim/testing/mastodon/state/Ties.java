package org.essaim.testing.mastodon.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of directed tie between actors, found quickly from either end. */
final class Ties {

    private final Map<Actor, Map<Actor, Edge>> out = new LinkedHashMap<>();
    private final Map<Actor, Map<Actor, Edge>> in = new LinkedHashMap<>();

    void put(Edge edge) {
        out.computeIfAbsent(edge.from(), actor -> new LinkedHashMap<>()).put(edge.to(), edge);
        in.computeIfAbsent(edge.to(), actor -> new LinkedHashMap<>()).put(edge.from(), edge);
    }

    Optional<Edge> between(Actor from, Actor to) {
        return Optional.ofNullable(out.getOrDefault(from, Map.of()).get(to));
    }

    boolean remove(Actor from, Actor to) {
        in.getOrDefault(to, new LinkedHashMap<>()).remove(from);
        return out.getOrDefault(from, new LinkedHashMap<>()).remove(to) != null;
    }

    List<Edge> from(Actor actor) {
        return new ArrayList<>(out.getOrDefault(actor, Map.of()).values());
    }

    List<Edge> to(Actor actor) {
        return new ArrayList<>(in.getOrDefault(actor, Map.of()).values());
    }

    int countFrom(Actor actor) {
        return out.getOrDefault(actor, Map.of()).size();
    }

    int countTo(Actor actor) {
        return in.getOrDefault(actor, Map.of()).size();
    }

    void forget(Actor actor) {
        from(actor).forEach(edge -> remove(actor, edge.to()));
        to(actor).forEach(edge -> remove(edge.from(), actor));
    }
}
