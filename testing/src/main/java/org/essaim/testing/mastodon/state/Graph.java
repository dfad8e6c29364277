package org.essaim.testing.mastodon.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who follows, asks to follow, blocks and mutes whom, over all instances. */
public final class Graph {

    private final Ties follows = new Ties();
    private final Ties requests = new Ties();
    private final Ties blocks = new Ties();
    private final Ties mutes = new Ties();
    private final Map<Edge, Optional<Instant>> muteEnds = new HashMap<>();
    private long lastId;

    public Optional<Edge> following(Actor from, Actor to) {
        return follows.between(from, to);
    }

    public Optional<Edge> requested(Actor from, Actor to) {
        return requests.between(from, to);
    }

    public boolean blocking(Actor from, Actor to) {
        return blocks.between(from, to).isPresent();
    }

    /** A mute that has not ended; {@link Edge#notifies()} says whether notifications are muted too. */
    public Optional<Edge> muting(Actor from, Actor to, Instant now) {
        return mutes.between(from, to)
                .filter(edge -> muteEnd(edge).map(now::isBefore).orElse(true));
    }

    public Optional<Instant> muteEnd(Edge mute) {
        return muteEnds.getOrDefault(mute, Optional.empty());
    }

    public List<Edge> followsFrom(Actor actor) {
        return newestFirst(follows.from(actor));
    }

    public List<Edge> followsTo(Actor actor) {
        return newestFirst(follows.to(actor));
    }

    public List<Edge> requestsTo(Actor actor) {
        return newestFirst(requests.to(actor));
    }

    public List<Edge> requestsFrom(Actor actor) {
        return newestFirst(requests.from(actor));
    }

    public int followingCount(Actor actor) {
        return follows.countFrom(actor);
    }

    public int followersCount(Actor actor) {
        return follows.countTo(actor);
    }

    /** Follows, or changes how; a request in between is settled by it. */
    public void follow(Actor from, Actor to, boolean reblogs, boolean notifies) {
        requests.remove(from, to);
        follows.put(new Edge(keptId(follows.between(from, to)), from, to, reblogs, notifies));
    }

    public void request(Actor from, Actor to, boolean reblogs, boolean notifies) {
        requests.put(new Edge(keptId(requests.between(from, to)), from, to, reblogs, notifies));
    }

    /** The answer yes to a request; false when there is none. */
    public boolean accept(Actor from, Actor to) {
        Optional<Edge> asked = requests.between(from, to);
        asked.ifPresent(edge -> follow(from, to, edge.reblogs(), edge.notifies()));
        return asked.isPresent();
    }

    /** Takes a follow or a request away, as unfollowing, rejecting and removing a follower do. */
    public void unfollow(Actor from, Actor to) {
        requests.remove(from, to);
        follows.remove(from, to);
    }

    /** Blocks; what tied the two is cut in both directions. */
    public void block(Actor from, Actor to) {
        unfollow(from, to);
        unfollow(to, from);
        blocks.put(new Edge(++lastId, from, to, false, false));
    }

    public void unblock(Actor from, Actor to) {
        blocks.remove(from, to);
    }

    public void mute(Actor from, Actor to, boolean notifications, Optional<Instant> until) {
        Edge mute = new Edge(++lastId, from, to, false, notifications);
        mutes.put(mute);
        muteEnds.put(mute, until);
    }

    public void unmute(Actor from, Actor to) {
        mutes.remove(from, to);
    }

    /** What a deletion does: nothing leads to or from the actor any more. */
    public void forget(Actor actor) {
        List.of(follows, requests, blocks, mutes).forEach(ties -> ties.forget(actor));
    }

    private long keptId(Optional<Edge> before) {
        return before.map(Edge::id).orElseGet(() -> ++lastId);
    }

    private static List<Edge> newestFirst(List<Edge> edges) {
        edges.sort(Comparator.comparingLong(Edge::id).reversed());
        return edges;
    }
}
