package org.essaim.testing.mastodon.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.testing.mastodon.limits.Bucket;
import org.essaim.testing.mastodon.limits.Level;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.limits.Throttle;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Grants.Token;
import org.essaim.testing.web.WebRequest;

/** Counts every API request, and new follows apart from them. */
public final class RequestLimits {

    private final Limits limits;
    private final Throttle throttle;

    public RequestLimits(Limits limits, Throttle throttle) {
        this.limits = limits;
        this.throttle = throttle;
    }

    /** Counts a request in every bucket it belongs to and gives the one that is nearest to its end, if any counts it. */
    public Optional<Level> count(WebRequest request, Optional<Token> token) {
        List<Level> levels = new ArrayList<>();
        for (Bucket bucket : buckets(request, token)) {
            levels.add(throttle.hit(bucket));
        }
        return levels.stream()
                .min(Comparator.comparingInt(level -> level.bucket().limit() - level.used()));
    }

    /** Counts a new follow; a {@link Refusal} when today's are used up, in which case nothing is counted. */
    public void countFollow(Actor person) {
        Bucket bucket = follows(person);
        if (throttle.look(bucket).used() >= bucket.limit()) {
            throw Refusal.tooManyRequests();
        }
        throttle.hit(bucket);
    }

    /** The headers of an answer to a follow: the follows' when they are the tighter ones. */
    public Map<String, String> tighter(Map<String, String> shown, Actor person) {
        Level level = throttle.look(follows(person));
        int remaining = Integer.parseInt(shown.getOrDefault("X-RateLimit-Remaining", "0"));
        return level.remaining() > remaining ? shown : level.headers();
    }

    /** Most accounts that a person with this many followers may follow. */
    public int mostFollowed(int following, int followers) {
        return following < limits.following()
                ? limits.following()
                : (int) Math.max(followers * 1.1, limits.following());
    }

    private Bucket follows(Actor person) {
        return new Bucket("follows", person.address(), limits.followsADay(), Limits.FOLLOW_WINDOW);
    }

    private List<Bucket> buckets(WebRequest request, Optional<Token> token) {
        List<Bucket> buckets = new ArrayList<>();
        if (!request.path().startsWith("/api/")) {
            return buckets;
        }
        Optional<Actor> owner = token.flatMap(Token::owner);
        String caller = owner.map(Actor::address).orElse(request.remoteAddress());
        owner.ifPresent(person -> buckets.add(new Bucket("user", caller, limits.perUser(), Limits.REQUEST_WINDOW)));
        token.ifPresent(
                known -> buckets.add(new Bucket("token", known.value(), limits.perToken(), Limits.REQUEST_WINDOW)));
        if (owner.isEmpty()) {
            buckets.add(new Bucket("address", caller, limits.perAddress(), Limits.REQUEST_WINDOW));
        }
        if (request.method().equals("POST") && request.path().equals("/api/v1/apps")) {
            buckets.add(new Bucket("apps", caller, limits.registrations(), Limits.REGISTRATION_WINDOW));
        }
        if (List.of("page", "min_id", "max_id", "since_id").stream()
                .anyMatch(name -> request.query().one(name).isPresent())) {
            buckets.add(new Bucket("paging", caller, limits.perAddress(), Limits.PAGING_WINDOW));
        }
        return buckets;
    }
}
