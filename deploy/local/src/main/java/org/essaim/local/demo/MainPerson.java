package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.essaim.contracts.Network;
import org.essaim.contracts.XId;
import org.essaim.local.demo.http.Gateway;

/** The one whose move the demo shows, from the archive to the last follow. */
final class MainPerson {

    private static final Duration INGESTED = Duration.ofMinutes(2);
    private static final Duration MATCHED = Duration.ofMinutes(2);
    private static final Duration FOLLOWED = Duration.ofMinutes(5);
    private static final Duration CANCELLED = Duration.ofMinutes(1);
    private static final Duration ARRIVED = Duration.ofMinutes(1);

    private final Gateway gateway;
    private final UUID migration;
    private final Standing standing;

    MainPerson(Gateway gateway) {
        this.gateway = gateway;
        this.migration = gateway.beginMigration();
        this.standing = new Standing(gateway, migration);
    }

    /** Uploads the archive and gives the upload's id; reading it goes on behind. */
    String bring(byte[] archive) {
        return gateway.bringArchive(migration, archive);
    }

    /** What became of an upload, as the gateway tells it: state, reason, counts. */
    JsonNode resultOf(String upload) throws InterruptedException {
        return Patience.until(INGESTED, "answer to the archive", () -> standing.upload(upload));
    }

    /**
     * Waits until every bucket is matched and exactly this many people are found on each network.
     *
     * @param howFar told how many are found on Bluesky
     */
    List<JsonNode> matches(int expected, IntConsumer howFar) throws InterruptedException {
        return Patience.until(MATCHED, expected + " matches", () -> {
            howFar.accept(standing.matched(Network.BLUESKY));
            boolean complete = standing.whollyMatched()
                    && standing.matched(Network.BLUESKY) == expected
                    && standing.matched(Network.MASTODON) == expected;
            return complete ? standing.matches() : null;
        });
    }

    /** Tries it with one person, then plans to follow all the others, held back until {@link #go()}. */
    void planPaused(XId first) {
        gateway.confirm(migration, first);
        gateway.plan(migration);
        gateway.pause(migration);
        gateway.confirmAll(migration);
        gateway.plan(migration);
    }

    /** Waits until the follows of someone who is not to be found any more are called off. */
    void awaitCancelled(List<String> targets) throws InterruptedException {
        Patience.until(CANCELLED, "cancelled follow", () -> {
            long cancelled = standing.follows().stream()
                    .filter(follow -> targets.contains(target(follow)))
                    .filter(MainPerson::isCancelled)
                    .count();
            return cancelled == targets.size() ? Boolean.TRUE : null;
        });
    }

    void go() {
        gateway.resume(migration);
    }

    /** From now on people who arrive later are followed without a question. */
    void followArrivals() {
        gateway.followArrivals();
    }

    /**
     * Waits until nothing is left to do now.
     *
     * @param missing the account of someone who is gone: a server that cannot find it is asked again over days
     * @param howFar told how many have come to an end, each time it is asked
     */
    List<JsonNode> settled(String missing, IntConsumer howFar) throws InterruptedException {
        return Patience.until(FOLLOWED, "end of following", () -> {
            List<JsonNode> follows = standing.follows();
            long open = follows.stream()
                    .filter(MainPerson::isOpen)
                    .filter(follow ->
                            !(target(follow).equals(missing) && state(follow).equals("DEFERRED")))
                    .count();
            howFar.accept(follows.size() - (int) open);
            return open == 0 && !follows.isEmpty() ? follows : null;
        });
    }

    /** Waits until all of these are followed. */
    void awaitFollowed(List<String> targets) throws InterruptedException {
        Patience.until(ARRIVED, "follow of the one who arrived", () -> {
            long followed = standing.follows().stream()
                    .filter(follow -> targets.contains(target(follow)))
                    .filter(follow -> state(follow).equals("FOLLOWED"))
                    .count();
            return followed == targets.size() ? Boolean.TRUE : null;
        });
    }

    /** The id of the account that a follow goes to. */
    static String target(JsonNode follow) {
        return follow.path("target").path("id").asText();
    }

    static String state(JsonNode follow) {
        return follow.path("state").asText();
    }

    static boolean isCancelled(JsonNode follow) {
        return follow.path("cancelled").asBoolean() || state(follow).equals("CANCELLED");
    }

    private static boolean isOpen(JsonNode follow) {
        return (state(follow).equals("PLANNED") || state(follow).equals("DEFERRED")) && !isCancelled(follow);
    }
}
