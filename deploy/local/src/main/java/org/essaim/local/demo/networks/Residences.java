package org.essaim.local.demo.networks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.essaim.local.demo.people.Person;
import org.essaim.local.demo.people.Role;
import org.essaim.local.house.Sandbox;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.x.XAccount;
import org.essaim.testing.x.XControl;
import org.essaim.testing.x.XPerson;
import org.jspecify.annotations.Nullable;

/** The accounts that people have on the sandbox's networks, and what they do there without Essaim. */
public final class Residences implements AutoCloseable {

    private static final String LONG_AGO = "2024-11-20T09:30:00.000Z";

    private final Sandbox sandbox;
    private final PdsControl bluesky;
    private final MastodonControl mastodon;
    private final XControl x;
    private final Api repositories;
    private final Map<Person, PdsAccount> onBluesky = new ConcurrentHashMap<>();
    private final Map<Person, MastodonAccount> onMastodon = new ConcurrentHashMap<>();

    public Residences(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.bluesky = new PdsControl(sandbox.bluesky());
        this.mastodon = new MastodonControl(sandbox.mastodon());
        this.x = new XControl(sandbox.x());
        this.repositories = new Api(sandbox.bluesky().pds());
    }

    /** Opens the person's accounts on the networks, and on X where X is to know them. */
    public void open(Person person) {
        onBluesky.put(person, bluesky.createAccount(person.name()));
        onMastodon.put(
                person,
                person.role() == Role.LOCKED
                        ? mastodon.createLockedAccount(person.name())
                        : mastodon.createAccount(person.name()));
        if (person.role().provesX()) {
            x.putAccount(person.xId().asString(), person.name(), person.name());
        }
    }

    /** What the person does on X's page: yes. */
    public UnaryOperator<URI> atX(Person person) {
        return new XPerson(new XAccount(person.xId().asString(), person.name(), person.name()))::authorize;
    }

    /** What the person does on the Bluesky server's page: signs in, and yes. */
    public UnaryOperator<URI> atBluesky(Person person) {
        return new PdsPerson(blueskyAccount(person))::authorize;
    }

    /** What the person does on the Mastodon server's page: signs in, and yes. */
    public UnaryOperator<URI> atMastodon(Person person) {
        return new MastodonPerson(mastodonAccount(person))::authorize;
    }

    /** The handle on Bluesky. */
    public String handle(Person person) {
        return blueskyAccount(person).handle();
    }

    /** The DID on Bluesky. */
    public String did(Person person) {
        return blueskyAccount(person).did();
    }

    /** {@code user@domain} on Mastodon. */
    public String address(Person person) {
        return mastodonAccount(person).address();
    }

    /** The actor URI on Mastodon. */
    public String uri(Person person) {
        return mastodonAccount(person).uri().toString();
    }

    /**
     * Follows on both networks as people did before Essaim.
     *
     * @return the record on Bluesky, as it must still be in the end: {@code uri}, {@code cid}, {@code value}
     */
    public JsonNode followLongAgo(Person follower, Person followed) {
        String uri = bluesky.follow(blueskyAccount(follower), did(followed), LONG_AGO);
        mastodon.follow(follower.name(), address(followed));
        String recordKey = uri.substring(uri.lastIndexOf('/') + 1);
        ObjectNode record = repositories
                .get(
                        "/xrpc/com.atproto.repo.getRecord?"
                                + Parameters.encode(Map.of(
                                        "repo",
                                        did(follower),
                                        "collection",
                                        "app.bsky.graph.follow",
                                        "rkey",
                                        recordKey)),
                        Map.of())
                .succeeded()
                .json()
                .deepCopy();
        return record.retain("uri", "cid", "value");
    }

    /** Closes the person's accounts for good. */
    public void close(Person person) {
        bluesky.delete(did(person));
        mastodon.delete(person.name());
    }

    /** Whether a follow request waits for the owner of a locked account. */
    public boolean asks(Person asking, Person locked) {
        return mastodon.requested(asking.name()).contains(address(locked));
    }

    /** Where the public can read whom the person follows on Bluesky. */
    public Expectation.Address blueskyOf(Person person) {
        return new Expectation.Address(
                sandbox.bluesky().pds().toString(), sandbox.bluesky().plc().toString(), handle(person));
    }

    /** Where the public can read whom the person follows on Mastodon. */
    public Expectation.Address mastodonOf(Person person) {
        String server = sandbox.mastodon().toString();
        return new Expectation.Address(server, server, person.name());
    }

    @Override
    public void close() {
        bluesky.close();
        mastodon.close();
        x.close();
        repositories.close();
    }

    private PdsAccount blueskyAccount(Person person) {
        return opened(onBluesky.get(person), person);
    }

    private MastodonAccount mastodonAccount(Person person) {
        return opened(onMastodon.get(person), person);
    }

    private static <T> T opened(@Nullable T account, Person person) {
        if (account == null) {
            throw new IllegalStateException(person.role() + " has no account there yet");
        }
        return account;
    }
}
