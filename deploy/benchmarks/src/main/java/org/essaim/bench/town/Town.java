package org.essaim.bench.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Findability;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.testing.archives.Population;

/**
 * Members, their lists and their identities, drawn from a seed: the same seed and size give the same town. Sizes of lists are
 * log-normal, popularity falls by Zipf's law, 45 in 100 accounts have the small ids of the years before 2016 and the others
 * snowflakes; a part of all follows goes to other members; half of a person's followers are followed back.
 *
 * <p>A few accounts are followed by everybody and belong to nobody yet: those arrive later.
 */
public final class Town {

    /** Accounts that everybody follows and nobody owns. */
    public static final int FAMOUS = 5;

    private static final int ACCOUNTS = 3_000_000;
    private static final int RANKED = 50;
    private static final double TO_MEMBERS = 0.17;

    private final long seed;
    private final int members;
    private final long[] xIds;
    private final Map<Long, Integer> memberByXId = new HashMap<>();
    private final int[] sizes;
    private final long[][] followings;
    private final long[][] followers;
    private final long[][] blocks;

    private Town(long seed, int members, long storedIds) {
        this.seed = seed;
        this.members = members;
        Population population = new Population(seed, ACCOUNTS + FAMOUS);
        this.xIds = IntStream.range(0, ACCOUNTS + FAMOUS)
                .parallel()
                .mapToLong(account -> population.id(account).value())
                .toArray();
        for (int member = 0; member < members; member++) {
            memberByXId.put(xIdOf(member), member);
        }
        this.sizes = sizes(storedIds);
        this.followings = new long[members][];
        this.followers = new long[members][];
        this.blocks = new long[members][];
        IntStream.range(0, members).parallel().forEach(this::draw);
    }

    /**
     * Draws a town.
     *
     * @param storedIds about how many ids in all followings and followers
     */
    public static Town draw(long seed, int members, long storedIds) {
        return new Town(seed, members, storedIds);
    }

    /** How many followings each member has; as many followers, on average. */
    private int[] sizes(long storedIds) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = IntStream.range(0, members)
                .mapToDouble(_ -> Math.min(30, Math.exp(random.nextGaussian())))
                .toArray();
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights)
                .mapToInt(weight -> (int) Math.ceil(weight / all * storedIds / 2))
                .toArray();
    }

    private void draw(int member) {
        SplittableRandom random = new SplittableRandom(seed * 31 + member);
        long[] follows = drawIds(random, sizes[member]);
        long[] wanted = Arrays.copyOf(follows, follows.length + FAMOUS);
        for (int famous = 0; famous < FAMOUS; famous++) {
            wanted[follows.length + famous] = famousXId(famous);
        }
        followings[member] = without(member, wanted);
        int others = sizes[(member + members / 2) % members];
        int back = Math.min(others / 2, follows.length);
        long[] strangers = drawIds(random, others - back);
        long[] followedBy = Arrays.copyOf(strangers, strangers.length + back);
        for (int i = 0; i < back; i++) {
            followedBy[strangers.length + i] = follows[random.nextInt(follows.length)];
        }
        followers[member] = without(member, followedBy);
        blocks[member] = IdSet.of(drawIds(random, random.nextInt(4))).toArray();
    }

    private long[] without(int member, long[] ids) {
        long own = xIdOf(member);
        return IdSet.of(Arrays.stream(ids).filter(id -> id != own).toArray()).toArray();
    }

    /** Draws this many, and a few more for those that fold. */
    private long[] drawIds(SplittableRandom random, int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = random.nextDouble() < TO_MEMBERS
                    ? xIdOf(zipf(random, members, 0.5))
                    : xIds[zipf(random, ACCOUNTS, 0.7)];
        }
        return ids;
    }

    /** A rank below {@code count}, by the inverse of the continuous law. */
    private static int zipf(SplittableRandom random, int count, double exponent) {
        double rest = 1 - exponent;
        double rank = Math.pow((Math.pow(count, rest) - 1) * random.nextDouble() + 1, 1 / rest);
        return Math.min(count - 1, (int) rank - 1);
    }

    /** Members are spread over all grades of popularity. */
    private long xIdOf(int member) {
        return xIds[(int) ((long) member * ACCOUNTS / members)];
    }

    public long famousXId(int famous) {
        return xIds[ACCOUNTS + famous];
    }

    public int members() {
        return members;
    }

    public long storedIds() {
        return IntStream.range(0, members)
                .mapToLong(member -> followings[member].length + followers[member].length)
                .sum();
    }

    public long[] followings(int member) {
        return followings[member];
    }

    public long[] followers(int member) {
        return followers[member];
    }

    public long[] blocks(int member) {
        return blocks[member];
    }

    public static MemberId memberId(int member) {
        return new MemberId(new UUID(0x0190_0000_0000_7000L + ((long) member << 16), 0x8000_0000_0000_0000L + member));
    }

    public XId xId(int member) {
        return new XId(xIdOf(member));
    }

    public Assurance assurance(int member) {
        return member % 50 == 49 ? Assurance.CLAIMED : Assurance.PROVEN;
    }

    public Findability findability(int member) {
        return switch (member % 20) {
            case 0 -> Findability.NOBODY;
            case 1 -> Findability.PEOPLE_I_FOLLOW_TOO;
            default -> Findability.EVERYONE_WHO_FOLLOWED_ME;
        };
    }

    /** Ranks of a few followings by position; 0 for the others. */
    public int[] closeness(int member) {
        int[] ranks = new int[followings[member].length];
        SplittableRandom random = new SplittableRandom(seed * 37 + member);
        for (int rank = 1; rank <= RANKED; rank++) {
            ranks[random.nextInt(ranks.length)] = rank;
        }
        return ranks;
    }

    /** The member's lists as the topic carries them, by bucket. */
    public List<byte[]> packedLists(int member) {
        IdSet[] follows = IdSet.of(followings[member]).byBucket(Buckets.COUNT);
        IdSet[] followedBy = IdSet.of(followers[member]).byBucket(Buckets.COUNT);
        IdSet[] blocked = IdSet.of(blocks[member]).byBucket(Buckets.COUNT);
        int[][] ranks = ranksByBucket(member);
        List<byte[]> lists = new ArrayList<>(Buckets.COUNT);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            lists.add(new FollowList(
                            1,
                            xId(member),
                            assurance(member),
                            follows[bucket],
                            followedBy[bucket],
                            blocked[bucket],
                            Arrays.copyOf(ranks[bucket], follows[bucket].size()))
                    .pack());
        }
        return lists;
    }

    private int[][] ranksByBucket(int member) {
        int[] closeness = closeness(member);
        int[][] ranks = new int[Buckets.COUNT][closeness.length * 4 / Buckets.COUNT + 64];
        int[] filled = new int[Buckets.COUNT];
        for (int position = 0; position < closeness.length; position++) {
            int bucket = Buckets.of(followings[member][position]);
            ranks[bucket][filled[bucket]++] = closeness[position];
        }
        return ranks;
    }

    /** The identity of a member, as the gateway would publish it. */
    public Identity identity(int member, long generation) {
        Findability findability = findability(member);
        return new Identity(
                memberId(member),
                xId(member),
                generation,
                assurance(member),
                findability,
                targets(member, generation),
                IdSet.of(blocks[member]),
                findability == Findability.PEOPLE_I_FOLLOW_TOO ? IdSet.of(followings[member]) : IdSet.EMPTY);
    }

    /** Someone whom everybody followed. */
    public Identity famousIdentity(int famous) {
        return new Identity(
                memberId(members + famous),
                new XId(famousXId(famous)),
                1,
                Assurance.PROVEN,
                Findability.EVERYONE_WHO_FOLLOWED_ME,
                targets(members + famous, 1),
                IdSet.EMPTY,
                IdSet.EMPTY);
    }

    /** Where a member is. */
    public static List<TargetAccount> targets(int member, long generation) {
        TargetAccount bluesky = new TargetAccount(
                Network.BLUESKY,
                "did:plc:" + String.format("%024d", member),
                "bee" + generation + "-" + member + ".bsky.social");
        TargetAccount mastodon = new TargetAccount(
                Network.MASTODON,
                "https://mastodon.example/users/bee" + member,
                "bee" + generation + "-" + member + "@mastodon.example");
        return member % 3 == 0 ? List.of(bluesky, mastodon) : List.of(bluesky);
    }

    /** How many matches there should be, counted the plain way. */
    public long expectedMatches() {
        return IntStream.range(0, members)
                .parallel()
                .mapToLong(finder -> foundBy(finder).count())
                .sum();
    }

    /** The members whom a member finds. */
    public IntStream foundBy(int finder) {
        return Arrays.stream(followings[finder])
                .mapToObj(memberByXId::get)
                .filter(owner -> owner != null && matches(finder, owner))
                .mapToInt(Integer::intValue);
    }

    private boolean matches(int finder, int owner) {
        boolean blocked = contains(blocks[finder], xIdOf(owner)) || contains(blocks[owner], xIdOf(finder));
        return owner != finder
                && assurance(owner) == Assurance.PROVEN
                && !blocked
                && switch (findability(owner)) {
                    case EVERYONE_WHO_FOLLOWED_ME -> true;
                    case PEOPLE_I_FOLLOW_TOO ->
                        assurance(finder) == Assurance.PROVEN && contains(followings[owner], xIdOf(finder));
                    case NOBODY -> false;
                };
    }

    private static boolean contains(long[] sorted, long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }
}
