package org.essaim.bench.match.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.essaim.bench.town.Town;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.PackedFollowList;
import org.essaim.matcher.BucketInput;
import org.essaim.matcher.MatchFollows;
import org.essaim.matcher.MatchesChange;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The engine on one core without Kafka, in stored ids a second, beside two limits on the same lists: a sorted merge with the ids of
 * the identities (the least that a join in order can do) and a probe of an open-addressing table for every following (the least that
 * a join by hash can do); neither of the two keeps anything, checks a rule, or makes a result.
 *
 * <p>One bucket of the full town, in which all identities are known: each operation brings the lists of 17,000 members.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
@Threads(1)
public class EngineBenchmark {

    private static final int BUCKET = 5;
    private static final int BATCH = 500;

    @Param("20261123")
    public long seed;

    @Param("17000")
    public int memberCount;

    @Param("23000000")
    public long ids;

    private final List<MemberId> members = new ArrayList<>();
    private final List<byte[]> packed = new ArrayList<>();
    private final List<BucketInput> identities = new ArrayList<>();
    private final FollowListCursor cursor = new FollowListCursor();

    private long[] ownerXIds = new long[0];
    private long[] probe = new long[0];
    private MatchFollows matching = new MatchFollows(BUCKET);

    /** Counts ids, so that JMH's score of this counter is stored ids a second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counted {

        public long storedIds;
    }

    @Setup(Level.Trial)
    public void draw() {
        Town town = Town.draw(seed, memberCount, ids);
        for (int member = 0; member < town.members(); member++) {
            members.add(Town.memberId(member));
            packed.add(town.packedLists(member).get(BUCKET));
            if (Buckets.of(town.xId(member).value()) == BUCKET) {
                identities.add(new BucketInput.IdentityKnown(town.identity(member, 1)));
            }
        }
        ownerXIds = identities.stream()
                .mapToLong(known ->
                        ((BucketInput.IdentityKnown) known).identity().xId().value())
                .sorted()
                .toArray();
        probe = new long[Integer.highestOneBit(ownerXIds.length) * 4];
        Arrays.stream(ownerXIds).forEach(xId -> probe[place(xId)] = xId);
    }

    /** An empty bucket that knows all identities. */
    @Setup(Level.Invocation)
    public void renew() {
        matching.close();
        matching = new MatchFollows(BUCKET);
        matching.match(identities, 1);
    }

    @TearDown(Level.Trial)
    public void close() {
        matching.close();
    }

    /** Reads, keeps and joins every list, both directions, in batches as a poll gives them, and makes the changes. */
    @Benchmark
    public void engine(Counted counted, Blackhole results) {
        for (int from = 0; from < members.size(); from += BATCH) {
            List<BucketInput> batch = new ArrayList<>(BATCH);
            for (int member = from; member < Math.min(members.size(), from + BATCH); member++) {
                PackedFollowList list = PackedFollowList.of(packed.get(member), cursor);
                counted.storedIds += list.ids();
                batch.add(new BucketInput.ListBrought(members.get(member), list));
            }
            List<MatchesChange> changes = matching.match(batch, from);
            results.consume(changes);
        }
    }

    /** The limit of a join in order. */
    @Benchmark
    public void sortedMerge(Counted counted, Blackhole results) {
        long found = 0;
        for (byte[] list : packed) {
            cursor.read(list, list.length);
            counted.storedIds += cursor.followings() + cursor.followers();
            int owner = 0;
            for (int position = 0; position < cursor.followings(); position++) {
                long xId = cursor.following(position);
                while (owner < ownerXIds.length && ownerXIds[owner] < xId) {
                    owner++;
                }
                found += owner < ownerXIds.length && ownerXIds[owner] == xId ? 1 : 0;
            }
        }
        results.consume(found);
    }

    /** The limit of a join by hash. */
    @Benchmark
    public void openAddressingProbe(Counted counted, Blackhole results) {
        long found = 0;
        for (byte[] list : packed) {
            cursor.read(list, list.length);
            counted.storedIds += cursor.followings() + cursor.followers();
            for (int position = 0; position < cursor.followings(); position++) {
                long xId = cursor.following(position);
                found += probe[place(xId)] == xId ? 1 : 0;
            }
        }
        results.consume(found);
    }

    private int place(long xId) {
        int mask = probe.length - 1;
        int place = (int) ((xId * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
        while (probe[place] != 0 && probe[place] != xId) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
