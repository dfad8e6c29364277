package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.essaim.contracts.Findability;
import org.essaim.contracts.Network;
import org.essaim.contracts.XId;
import org.essaim.local.demo.http.Gateway;
import org.essaim.local.demo.http.Session;
import org.essaim.local.demo.http.SignIn;
import org.essaim.local.demo.networks.Residences;
import org.essaim.local.demo.people.Archives;
import org.essaim.local.demo.people.Cast;
import org.essaim.local.demo.people.Person;
import org.essaim.local.demo.people.Role;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;

/** How people join Essaim: they sign in, link their accounts, say who may find them, and some bring an archive of their own. */
final class Neighbours {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PASSWORD = "a-demo-password-";

    private final Ports ports;
    private final Cast cast;
    private final Residences residences;
    private final SignIn signIn;
    private final Archives archives;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<Person, Gateway> joined = new ConcurrentHashMap<>();

    /** Nobody has joined yet. */
    Neighbours(Ports ports, Cast cast, Residences residences) {
        this.ports = ports;
        this.cast = cast;
        this.residences = residences;
        this.signIn = new SignIn(ports.http(Port.KEYCLOAK), ports.http(Port.X));
        this.archives = new Archives(cast);
    }

    /** Everything a person does to be found, as their role has it. */
    Gateway join(Person person) throws InterruptedException {
        Gateway gateway = arrive(person);
        gateway.chooseFindability(
                person.role() == Role.HIDDEN ? Findability.NOBODY : Findability.EVERYONE_WHO_FOLLOWED_ME);
        switch (person.role()) {
            case CLAIMANT, RIVAL -> bring(gateway, person, person.xId(), List.of(), "INGESTED");
            case BLOCKS_MAIN ->
                bring(gateway, person, person.xId(), List.of(cast.the(Role.MAIN).xId()), "INGESTED");
            case FORGER -> bring(gateway, person, cast.victim(), List.of(), "REJECTED");
            case MAIN, HONEST, BLOCKED_BY_MAIN, WITHDRAWS, HIDDEN, ALREADY_FOLLOWED, GONE, LOCKED, NEWCOMER -> {
                // They bring no archive: who wants only to be found needs none.
            }
        }
        return gateway;
    }

    /** Signs in and links both accounts, and chooses nothing. */
    Gateway arrive(Person person) {
        Session session = person.role().provesX()
                ? signIn.withX(residences.atX(person))
                : signIn.registering(person.name(), PASSWORD + person.name());
        Gateway gateway = new Gateway(http, ports.http(Port.GATEWAY), session);
        if (person.role().provesX()) {
            gateway.refreshXAccount();
        }
        gateway.link(Network.BLUESKY, residences.handle(person), residences.atBluesky(person));
        gateway.link(Network.MASTODON, residences.address(person), residences.atMastodon(person));
        joined.put(person, gateway);
        return gateway;
    }

    /** The API as a person who has joined uses it. */
    Gateway of(Person person) {
        return joined.get(person);
    }

    private void bring(Gateway gateway, Person person, XId owner, List<XId> blocks, String expected)
            throws InterruptedException {
        UUID migration = gateway.beginMigration();
        String upload = gateway.bringExtract(migration, archives.extract(owner, person.name(), blocks));
        JsonNode result = Patience.until(
                LIMIT,
                "answer to the archive of " + person.role(),
                () -> new Standing(gateway, migration).upload(upload));
        if (!result.path("state").asText().equals(expected)) {
            throw new IllegalStateException("the archive of " + person.role() + " is "
                    + result.path("state").asText() + " "
                    + result.path("reason").asText());
        }
    }
}
