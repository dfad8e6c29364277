package org.essaim.executor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that an operator can set, {@code essaim.executor.*}. */
@ConfigMapping(prefix = "essaim.executor")
public interface ExecutorConfig {

    /** Where everyone reaches Essaim; decides which OAuth client we are to Bluesky. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** Where people come back after their visit at their server. */
    @WithDefault("http://127.0.0.1:8080/link/callback")
    URI redirectUri();

    /** Named in the User-Agent: where an admin who wonders about us finds a person. */
    @WithDefault("https://essaim.org/contact")
    URI contact();

    /** For development only: also visit loopback, without TLS. */
    @WithDefault("false")
    boolean loopbackAllowed();

    /** The key ring: {@code keyId:base64 of 32 bytes[,older:...]}. */
    String keys();

    /**
     * For measurements only, and heard only together with {@code loopback-allowed}: a file with a number of milliseconds by
     * which the service's clock is ahead, read again and again.
     */
    Optional<Path> clockShift();

    Bluesky bluesky();

    Mastodon mastodon();

    Budgets budgets();

    Worker worker();

    Profiles profiles();

    Web web();

    interface Bluesky {

        @WithDefault("https://public.api.bsky.app")
        URI handleResolver();

        @WithDefault("https://plc.directory")
        URI plcDirectory();

        /** Asked who blocks whom; {@code none} where there is none. */
        @WithDefault("https://public.api.bsky.app")
        String appview();

        /** Our private P-256 key as a JWK with a kid; needed when the public URL is https. */
        Optional<String> clientKey();
    }

    interface Mastodon {

        /** Names, as NodeInfo has them, of the servers whose accounts can be linked. */
        @WithDefault("mastodon,hometown,fedibird,kmyblue,gotosocial,snac")
        Set<String> software();
    }

    /** Ceilings; sources in {@link org.essaim.executor.budgets.BudgetLimits}. */
    interface Budgets {

        @WithDefault("75")
        int sharePercent();

        @WithDefault("5000")
        long blueskyPointsPerHour();

        @WithDefault("35000")
        long blueskyPointsPerDay();

        @WithDefault("3000")
        long blueskyRequestsPerHost();

        @WithDefault("2000")
        long blueskyFollowsPerDay();

        @WithDefault("300")
        long mastodonCallsPerAccount();

        @WithDefault("400")
        long mastodonFollowsPerDay();

        @WithDefault("1500")
        long mastodonCallsPerHost();

        @WithDefault("300")
        long mastodonCallsPerAddress();

        /** Percent of the day's cap on the first day of following, the second, and so on; see docs/adr/0017-a-gentle-pace.md. */
        @WithDefault("25,50,75,100")
        List<Integer> ramp();

        /** From so many follows on, being followed back matters. */
        @WithDefault("200")
        long lopsidedFrom();

        /** Percent of the accounts followed that must follow back. */
        @WithDefault("5")
        int lopsidedBelow();

        /** Percent of the day's cap while fewer do. */
        @WithDefault("10")
        int lopsidedPercent();
    }

    interface Worker {

        /** How many accounts are worked on at once. */
        @WithDefault("24")
        int accounts();

        /** How many of them may be at home on the same host. */
        @WithDefault("8")
        int accountsPerHost();

        /** How many batches an account has in a turn, before others who wait come first. */
        @WithDefault("8")
        int rounds();

        /** How many follows are looked at together. */
        @WithDefault("25")
        int batch();

        /** After a crash an account waits so long for another worker. */
        @WithDefault("15s")
        Duration lease();

        @WithDefault("200ms")
        Duration poll();

        @WithDefault("6h")
        Duration approvalPoll();

        @WithDefault("5s")
        Duration pause();

        /** The most that the pause after trouble grows to. */
        @WithDefault("30m")
        Duration longestPause();

        /** The most that the pause grows to before a target is looked for again. */
        @WithDefault("1d")
        Duration longestLook();

        /** After it a target that its owner has put to sleep is looked at again. */
        @WithDefault("14d")
        Duration dormancy();

        /** An account's own server that has not answered well for so long is taken for gone, and the person is asked. */
        @WithDefault("7d")
        Duration hopeless();
    }

    /** Names and faces of target accounts. */
    interface Profiles {

        /** How long one is good for. */
        @WithDefault("7d")
        Duration fresh();

        /** What nobody has asked for that long is forgotten. */
        @WithDefault("30d")
        Duration remembered();

        /** How often due ones are looked for. */
        @WithDefault("2s")
        Duration poll();
    }

    /** Limits of one request. */
    interface Web {

        @WithDefault("5s")
        Duration connectTimeout();

        @WithDefault("30s")
        Duration timeout();

        /** For what everyone may read: who lives at a slow server keeps nobody else waiting for longer. */
        @WithDefault("10s")
        Duration lookTimeout();

        @WithDefault("2097152")
        long mostBytes();

        @WithDefault("3")
        int mostRedirects();
    }
}
