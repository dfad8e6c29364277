package org.essaim.testing.mastodon.state;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One server: the accounts at home here, and the remote ones it has come to know, each under an id that only it uses. */
public final class Instance {

    private final Fediverse fediverse;
    private final URI base;
    private final InstantSource clock;
    private final Grants grants;
    private final Map<String, Actor> byId = new LinkedHashMap<>();
    private final Map<Actor, String> ids = new LinkedHashMap<>();
    private long lastId;
    private boolean reachable = true;

    public Instance(Fediverse fediverse, URI base, InstantSource clock) {
        this.fediverse = fediverse;
        this.base = base;
        this.clock = clock;
        this.grants = new Grants(clock);
    }

    public URI base() {
        return base;
    }

    /** Host and port, as it stands after the @ of an address. */
    public String domain() {
        return base.getAuthority();
    }

    public Grants grants() {
        return grants;
    }

    public Fediverse fediverse() {
        return fediverse;
    }

    public Graph graph() {
        return fediverse.graph();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Whether other instances reach it. */
    public void reachable(boolean value) {
        reachable = value;
    }

    public boolean isReachable() {
        return reachable;
    }

    /** Signs an account up; IllegalArgumentException when the name is taken. */
    public Actor signUp(String username, String password, Actor.Profile profile) {
        if (local(username).isPresent()) {
            throw new IllegalArgumentException("Username has already been taken");
        }
        String id = nextId();
        Actor actor = new Actor(
                username,
                domain(),
                base.resolve("/ap/users/" + id),
                base.resolve("/@" + username),
                now().truncatedTo(ChronoUnit.DAYS),
                password,
                profile);
        byId.put(id, actor);
        ids.put(actor, id);
        return actor;
    }

    /** The id by which this instance calls an actor, given on first sight. */
    public String know(Actor actor) {
        return ids.computeIfAbsent(actor, unknown -> {
            String id = nextId();
            byId.put(id, unknown);
            return id;
        });
    }

    public boolean isLocal(Actor actor) {
        return actor.domain().equals(domain());
    }

    /** An account by this instance's id; deleted ones are not found. */
    public Optional<Actor> byId(String id) {
        return Optional.ofNullable(byId.get(id)).filter(Instance::exists);
    }

    public Optional<Actor> local(String username) {
        return known(username, domain());
    }

    /** An account that this instance knows already, by an address with or without domain. */
    public Optional<Actor> known(String address) {
        String[] parts = address.replaceFirst("^@", "").split("@", 2);
        return known(parts[0], parts.length == 1 ? domain() : parts[1]);
    }

    /**
     * An account by its address, asked from its home when it is not known here yet.
     *
     * @throws Unreachable when its home does not answer
     */
    public Optional<Actor> resolve(String address) {
        String[] parts = address.replaceFirst("^@", "").split("@", 2);
        if (parts.length == 1 || parts[1].equalsIgnoreCase(domain())) {
            return local(parts[0]);
        }
        Optional<Instance> home = fediverse.instance(parts[1]);
        if (home.isPresent() && !home.get().isReachable()) {
            throw new Unreachable();
        }
        Optional<Actor> found =
                home.flatMap(instance -> instance.local(parts[0])).filter(Actor::available);
        found.ifPresent(this::know);
        return found;
    }

    /** Accounts known here whose name, or a word of their display name, starts with a text. */
    public List<Actor> matching(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return ids.keySet().stream()
                .filter(Actor::available)
                .filter(actor -> actor.username().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || (" " + actor.profile().displayName().toLowerCase(Locale.ROOT)).contains(" " + wanted))
                .toList();
    }

    public List<Actor> locals() {
        return ids.keySet().stream()
                .filter(this::isLocal)
                .filter(Instance::exists)
                .toList();
    }

    /** Sends an unanswered follow request to the followed account's home. */
    public void deliverFollow(Actor from, Actor to) {
        fediverse.deliverFollow(from, to);
    }

    /** The home of a remote account does not answer. */
    public static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private Optional<Actor> known(String username, String domain) {
        return ids.keySet().stream()
                .filter(actor -> actor.username().equalsIgnoreCase(username)
                        && actor.domain().equalsIgnoreCase(domain))
                .filter(Instance::exists)
                .findFirst();
    }

    private static boolean exists(Actor actor) {
        return actor.standing() != Actor.Standing.DELETED;
    }

    /** Milliseconds and a counter, as snowflakes are; each instance starts elsewhere, so that ids never fit another. */
    private String nextId() {
        long stamp = clock.millis() << 16 | (base.getPort() & 0xff) << 8;
        lastId = Math.max(lastId + 1, stamp);
        return Long.toString(lastId);
    }
}
