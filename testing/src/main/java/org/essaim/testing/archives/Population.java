package org.essaim.testing.archives;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.essaim.contracts.XId;

/**
 * Accounts of X and whom they follow, drawn from a seed and never held in memory: the same seed and size give the same people.
 *
 * <p>Account 0 is the most popular, and popularity falls by Zipf's law, so lists of different people overlap as they do in life.
 * The median person follows about 300 accounts, a few follow thousands. 45 in 100 accounts have the small sequential ids of the
 * years before 2016, the others snowflakes. Followers of a person are drawn alike, half of them out of the followings; they are not
 * the exact reverse of other people's followings.
 */
public final class Population {

    private static final long SMALLEST_OLD_ID = 1_000;
    private static final long OLD_IDS = 4_900_000_000L;
    private static final Instant FIRST_SNOWFLAKE = Instant.parse("2016-02-10T00:00:00Z");
    private static final Instant LAST_SNOWFLAKE = Instant.parse("2024-12-31T00:00:00Z");
    private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;
    private static final double ZIPF = 0.9;
    private static final double MEDIAN_FOLLOWS = 300;

    private final long seed;
    private final int accounts;

    /**
     * A world of {@code accounts} accounts.
     *
     * @param accounts 100 at least: fewer have no long tail
     */
    public Population(long seed, int accounts) {
        if (accounts < 100) {
            throw new IllegalArgumentException("a population has at least 100 accounts, not " + accounts);
        }
        this.seed = seed;
        this.accounts = accounts;
    }

    public int accounts() {
        return accounts;
    }

    /** X's number of an account; different for every account. */
    public XId id(int account) {
        SplittableRandom random = random(account, 1);
        if (random.nextInt(100) < 45) {
            long width = OLD_IDS / accounts;
            return new XId(SMALLEST_OLD_ID + account * width + random.nextLong(width));
        }
        long span = LAST_SNOWFLAKE.toEpochMilli() - FIRST_SNOWFLAKE.toEpochMilli();
        long width = span / accounts;
        long millis = FIRST_SNOWFLAKE.toEpochMilli() + account * width + random.nextLong(width);
        return new XId(((millis - SNOWFLAKE_EPOCH_MILLIS) << 22) | random.nextInt(1 << 22));
    }

    public String handle(int account) {
        return "bee_" + Integer.toString(account, 36);
    }

    public ArchiveOwner owner(int account) {
        return ArchiveOwner.of(id(account).value(), handle(account), "Bee " + account);
    }

    /** The accounts that one follows, in the order of the archive; never itself, none twice. */
    public List<Integer> followings(int account) {
        SplittableRandom random = random(account, 2);
        return List.copyOf(draw(account, howMany(random), random));
    }

    /** Accounts that follow this one. */
    public List<Integer> followers(int account) {
        SplittableRandom random = random(account, 3);
        int count = howMany(random);
        Set<Integer> followers = new LinkedHashSet<>();
        for (int followed : followings(account)) {
            if (followers.size() < count / 2 && random.nextBoolean()) {
                followers.add(followed);
            }
        }
        followers.addAll(draw(account, count - followers.size(), random));
        return List.copyOf(followers);
    }

    /** The content of an account's archive: both lists, a few blocks and mutes, and tweets that mention some of the followings. */
    public ArchiveContent archive(int account) {
        List<Integer> followings = followings(account);
        SplittableRandom random = random(account, 4);
        return new ArchiveContent(
                owner(account),
                ids(followings),
                ids(followers(account)),
                ids(draw(account, random.nextInt(4), random)),
                ids(draw(account, random.nextInt(4), random)),
                tweets(followings, random),
                conversations(followings, random));
    }

    private List<XId> ids(Iterable<Integer> chosen) {
        List<XId> ids = new ArrayList<>();
        chosen.forEach(account -> ids.add(id(account)));
        return ids;
    }

    /** Three in ten followings are mentioned: the share of handles that real archives give away. */
    private List<Tweet> tweets(List<Integer> followings, SplittableRandom random) {
        List<Tweet> tweets = new ArrayList<>();
        Instant day = Instant.parse("2020-01-01T12:00:00Z");
        for (int followed : followings) {
            if (random.nextInt(10) < 3) {
                Mention mention = new Mention(id(followed), handle(followed), "Bee " + followed);
                long id = 1_000_000_000L + tweets.size();
                Instant at = day.plusSeconds(3_600L * tweets.size());
                tweets.add(
                        random.nextBoolean()
                                ? Tweet.mentioning(id, at, mention)
                                : new Tweet(id, at, "Yes", List.of(), mention));
            }
        }
        return tweets;
    }

    private List<Conversation> conversations(List<Integer> followings, SplittableRandom random) {
        return followings.stream()
                .limit(random.nextInt(8))
                .map(other -> new Conversation(id(other), 1 + random.nextInt(40)))
                .toList();
    }

    /** Log-normal, as follow counts are: a median with a long tail; never more than a third of everyone. */
    private int howMany(SplittableRandom random) {
        double many = MEDIAN_FOLLOWS * Math.exp(random.nextGaussian());
        return (int) Math.clamp(many, 5, accounts / 3.0);
    }

    private Set<Integer> draw(int self, int count, SplittableRandom random) {
        Set<Integer> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            int account = popular(random);
            if (account != self) {
                drawn.add(account);
            }
        }
        return drawn;
    }

    /** An account by popularity: the inverse of the continuous law, which needs no table. */
    private int popular(SplittableRandom random) {
        double power = 1 - ZIPF;
        double rank = Math.pow(random.nextDouble() * (Math.pow(accounts, power) - 1) + 1, 1 / power);
        return Math.min((int) rank - 1, accounts - 1);
    }

    /** Chance of its own for every account and purpose, so that nothing depends on the order of asking. */
    private SplittableRandom random(int account, int purpose) {
        return new SplittableRandom(seed * 1_000_003L + account * 31L + purpose);
    }
}
