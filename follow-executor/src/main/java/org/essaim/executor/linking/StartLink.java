package org.essaim.executor.linking;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.linking.typed.TypedAccount;
import org.essaim.executor.stops.LeftOutHosts;

/** Begins to link an account. */
public final class StartLink {

    /** How long a person may take at their own server. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final int STATE_BYTES = 32;

    private final Map<Network, LinkNetwork> networks;
    private final LinkAttempts attempts;
    private final LeftOutHosts leftOut;
    private final SecureRandom random;
    private final InstantSource clock;

    public StartLink(
            Map<Network, LinkNetwork> networks,
            LinkAttempts attempts,
            LeftOutHosts leftOut,
            SecureRandom random,
            InstantSource clock) {
        this.networks = Map.copyOf(networks);
        this.attempts = attempts;
        this.leftOut = leftOut;
        this.random = random;
        this.clock = clock;
    }

    /** Understands what was typed, asks its server, saves the attempt, and says where the person must go. */
    public LinkAnswer start(MemberId member, String session, Network network, String typed, Purpose purpose) {
        Optional<TypedAccount> account = TypedAccount.parse(network, typed);
        LinkNetwork server = networks.get(network);
        if (account.isEmpty() || server == null) {
            return new LinkAnswer.Refused(LinkRefusal.ACCOUNT_NOT_UNDERSTOOD);
        }
        String state = newState();
        return switch (server.start(account.get(), purpose, state)) {
            case Started.Refused(LinkRefusal refusal) -> new LinkAnswer.Refused(refusal);
            case Started.Redirect redirect
            when leftOut.contains(hostOf(redirect)) -> new LinkAnswer.Refused(LinkRefusal.SERVER_LEFT_OUT);
            case Started.Redirect redirect -> {
                Instant expiresAt = clock.instant().plus(VALIDITY);
                attempts.save(
                        state,
                        new LinkAttempt(member, session, network, redirect.issuer(), redirect.secret(), expiresAt));
                yield new LinkAnswer.GoTo(redirect.authorizationUrl(), expiresAt);
            }
        };
    }

    private static String hostOf(Started.Redirect redirect) {
        return redirect.authorizationUrl().getRawAuthority().toLowerCase(Locale.ROOT);
    }

    private String newState() {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
