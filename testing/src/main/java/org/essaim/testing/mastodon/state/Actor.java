package org.essaim.testing.mastodon.state;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An account wherever it is seen from. Its home instance gave it the address; everything else can change. */
public final class Actor {

    private final String username;
    private final String domain;
    private final URI uri;
    private final URI url;
    private final Instant createdAt;
    private final String password;
    private Profile profile;
    private Standing standing = Standing.ACTIVE;
    private Optional<Actor> movedTo = Optional.empty();
    private final List<String> blockedDomains = new ArrayList<>();

    /** How an account stands with its home server. */
    public enum Standing {
        ACTIVE,
        SUSPENDED,
        DELETED,
        /** The person cannot use it: by an admin's decision. */
        DISABLED,
        /** The person cannot use it: has not confirmed the e-mail address. */
        UNCONFIRMED,
        /** The person cannot use it: an admin has not approved it. */
        PENDING
    }

    /** What its person says about it. */
    public record Profile(
            String displayName,
            String note,
            boolean locked,
            boolean bot,
            boolean discoverable,
            boolean hidesCollections,
            List<Field> fields) {

        public Profile withLocked(boolean value) {
            return new Profile(displayName, note, value, bot, discoverable, hidesCollections, fields);
        }
    }

    /** One of the few name and value pairs of a profile. */
    public record Field(String name, String value) {}

    Actor(String username, String domain, URI uri, URI url, Instant createdAt, String password, Profile profile) {
        this.username = username;
        this.domain = domain;
        this.uri = uri;
        this.url = url;
        this.createdAt = createdAt;
        this.password = password;
        this.profile = profile;
    }

    public String username() {
        return username;
    }

    public String domain() {
        return domain;
    }

    /** {@code username@domain}. */
    public String address() {
        return username + "@" + domain;
    }

    /** ActivityPub id: its identity. */
    public URI uri() {
        return uri;
    }

    /** The page that people look at. */
    public URI url() {
        return url;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String password() {
        return password;
    }

    public Profile profile() {
        return profile;
    }

    public void profile(Profile changed) {
        this.profile = changed;
    }

    public Standing standing() {
        return standing;
    }

    public void standing(Standing changed) {
        this.standing = changed;
    }

    /** Neither suspended nor deleted. */
    public boolean available() {
        return standing != Standing.SUSPENDED && standing != Standing.DELETED;
    }

    public Optional<Actor> movedTo() {
        return movedTo;
    }

    public void moveTo(Actor target) {
        this.movedTo = Optional.of(target);
    }

    public List<String> blockedDomains() {
        return blockedDomains;
    }

    /** Leaves out who it is. */
    @Override
    public String toString() {
        return "Actor[" + standing + "]";
    }
}
