package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The people of a campaign: how many each follows (a power law), and whom (some are followed by many). 45 in 100 accounts
 * have ids of before 2016.
 */
final class Campaign {

    private static final int WORLD = 4_000_000;
    private static final double EXPONENT = 0.6;

    private final int members;
    private final long followings;

    Campaign(int members, long followings) {
        this.members = members;
        this.followings = followings;
    }

    /** Writes every body into a folder of its own, unless they are there; gives the folder. */
    Path write(Bodies bodies, Path folder) throws IOException {
        Path corpus = folder.resolve("%s-%d-%d".formatted(bodies, members, followings));
        Path complete = corpus.resolve("complete");
        if (Files.notExists(complete)) {
            System.out.printf("writing %d %s with %d followings ...%n", members, bodies, followings);
            Files.createDirectories(corpus);
            IntStream.range(0, members).parallel().forEach(member -> write(bodies, corpus, member));
            Files.createFile(complete);
        }
        return corpus;
    }

    private void write(Bodies bodies, Path corpus, int member) {
        SplittableRandom random = new SplittableRandom(IngestBench.SEED + member);
        long[] ids = new long[size(member)];
        int count = 0;
        while (count < ids.length) {
            for (; count < ids.length; count++) {
                ids[count] = id((int) (WORLD * Math.pow(random.nextDouble(), 2)));
            }
            Arrays.sort(ids);
            count = withoutRepeats(ids);
        }
        try {
            bodies.write(member + 1L, ids, corpus.resolve(Integer.toString(member)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int withoutRepeats(long[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return distinct;
    }

    /** The share of the one at this rank when all of them add up to the whole. */
    private int size(int member) {
        double weight = Math.pow(member + 1.0, -EXPONENT);
        double all = (Math.pow(members, 1 - EXPONENT) - EXPONENT) / (1 - EXPONENT);
        return (int) Math.max(5, Math.round(followings * weight / all));
    }

    private static long id(int account) {
        SplittableRandom random = new SplittableRandom(account);
        return random.nextInt(100) < 45
                ? 1_000 + account * 1_200L + random.nextInt(1_200)
                : (700_000_000_000_000_000L + account * 300_000_000_000L) | random.nextInt(1 << 22);
    }
}
