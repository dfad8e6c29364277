package org.essaim.bench.execute;

import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.bluesky.oauth.AuthorizationServers;
import org.essaim.executor.bluesky.oauth.BlueskyLinks;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.bluesky.oauth.OAuthClient;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.executor.linking.LinkAttempt;
import org.essaim.executor.linking.Proof;
import org.essaim.executor.linking.Purpose;
import org.essaim.executor.linking.Started;
import org.essaim.executor.linking.typed.TypedAccount;
import org.essaim.testing.pds.Pds;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;

/** A real PDS with its rate limits on, on the run's clock, and what the service needs beside it. Only the accounts followed are made up. */
final class BlueskyScene implements AutoCloseable {

    private static final URI PUBLIC = URI.create("http://127.0.0.1:8080");

    private final SecureRandom random = new SecureRandom();
    private final Pds pds = Pds.start();
    private final MadeUpTargets targets = new MadeUpTargets(pds.plc());
    private final PdsControl control = pds.control();
    private final House house;
    private final MovedClock clock;
    private final Map<String, String> settings;

    /**
     * Starts all but the service.
     *
     * @param flags of the service's JVM
     * @param more settings of the service
     */
    BlueskyScene(List<String> flags, Map<String, String> more) {
        house = new House(flags);
        clock = new MovedClock(house.folder(), pds::advance);
        // The dates in the PDS's headers stay real ones: further off than an hour, they are not believed.
        clock.advance(Duration.ofHours(2));
        settings = new HashMap<>(more);
        settings.put("essaim.executor.clock-shift", clock.file().toString());
        settings.put("essaim.executor.bluesky.handle-resolver", pds.uri().toString());
        settings.put("essaim.executor.bluesky.plc-directory", targets.uri().toString());
        settings.put("essaim.executor.bluesky.appview", "none");
    }

    House house() {
        return house;
    }

    MovedClock clock() {
        return clock;
    }

    PdsControl control() {
        return control;
    }

    /**
     * Starts one more replica of the service; it need not be ready yet.
     *
     * @param name in its consumer group; one that takes a killed one's place has the name of that one
     * @param flags of its JVM, beside those of all
     */
    Replica launch(String name, String... flags) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("essaim.instance", name);
        return house.launch(all, flags);
    }

    /** A new account that is linked, as far as the service can tell. Its first replica must have been ready. */
    Grant link(String name, Ledger ledger) {
        Proof.Proven proven = linked(control.createAccount(name));
        Grant grant = proven.grant();
        String context = grant.member().asString() + ":" + grant.account().id();
        ledger.insert(grant, KeyRing.parse(House.KEYS, random).seal(proven.secret(), context), clock.instant());
        return grant;
    }

    private Proof.Proven linked(PdsAccount account) {
        AddressGuard guard = new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host)));
        Duration patience = Duration.ofSeconds(30);
        try (GuardedWeb web =
                new GuardedWeb(guard, new WebLimits(patience, patience, patience, 1 << 21, "Essaim/0.1 (+bench)"))) {
            BlueskyLinks links = links(web, guard);
            String state = UUID.randomUUID().toString();
            Started.Redirect started = (Started.Redirect)
                    links.start(new TypedAccount.BlueskyHandle(account.handle()), Purpose.TO_FOLLOW, state);
            URI back = new PdsPerson(account).authorize(started.authorizationUrl());
            String code = back.getQuery().replaceFirst(".*code=([^&]+).*", "$1");
            LinkAttempt attempt = new LinkAttempt(
                    new MemberId(UUID.randomUUID()),
                    "bench",
                    Network.BLUESKY,
                    started.issuer(),
                    started.secret(),
                    clock.instant().plus(patience));
            return (Proof.Proven) links.complete(attempt, code);
        }
    }

    private BlueskyLinks links(Web web, AddressGuard guard) {
        BlueskySettings bluesky = new BlueskySettings(
                pds.uri(), pds.plc(), Optional.empty(), PUBLIC, PUBLIC.resolve("/link/callback"), null);
        BlueskyOAuth oauth = new BlueskyOAuth(new DpopWeb(web, clock), new OAuthClient(bluesky, clock), clock);
        return new BlueskyLinks(new Identities(web, guard, bluesky), new AuthorizationServers(web), oauth, random);
    }

    @Override
    public void close() {
        house.close();
        control.close();
        targets.close();
        pds.close();
    }
}
