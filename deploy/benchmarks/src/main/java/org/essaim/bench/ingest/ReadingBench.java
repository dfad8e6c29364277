package org.essaim.bench.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;

/** One large archive, read; beside only inflating the same entries with the JDK, and beside {@code unzip -p | jq --stream}. */
final class ReadingBench {

    private static final List<String> ENTRIES = List.of("data/account.js", LargeArchive.FOLLOWING, LargeArchive.TWEETS);
    private static final int WARM_UP = 3;

    /** What is asked of jq: the same ids and handles that the reader takes. */
    private static final String JQ = """
        set -o pipefail
        unzip -p "$1" data/following.js | tail -c +30 \
          | jq -cn --stream 'inputs | select(length == 2 and .[0][-1] == "accountId") | .[1]' | wc -l
        unzip -p "$1" data/tweets.js | tail -c +27 \
          | jq -cn --stream 'inputs | select(length == 2 and (.[0][-1] | tostring
              | test("^(id_str|screen_name|created_at|in_reply_to_user_id_str|in_reply_to_screen_name)$"))) | .[1]' | wc -l
        """;

    private final Options options;

    ReadingBench(Options options) {
        this.options = options;
    }

    /** Something to time. */
    private interface Work {
        void run() throws IOException;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Path archive = LargeArchive.in(options.folder(), options.tweets());
        long bytes = inflate(archive);
        System.out.printf("reading: %s, %d MB inflated, %d rounds%n", archive, bytes / 1_000_000, options.rounds());
        for (int i = 0; i < WARM_UP; i++) {
            read(archive);
            inflate(archive);
        }
        double[] inflating = new double[options.rounds()];
        double[] reading = new double[options.rounds()];
        for (int i = 0; i < options.rounds(); i++) {
            inflating[i] = bytes / seconds(() -> inflate(archive)) / 1e6;
            reading[i] = bytes / seconds(() -> read(archive)) / 1e6;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        double inflate = told("inflate only, JDK", inflating);
        double read = told("read", reading);
        figures.put("mb_per_s", IngestBench.decimal(read));
        figures.put("ratio_vs_inflate", IngestBench.decimal(read / inflate));
        figures.put("ratio_vs_jq", jq(archive, bytes, read));
        return figures;
    }

    private static String jq(Path archive, long bytes, double read) throws IOException, InterruptedException {
        if (!isThere("jq") || !isThere("unzip")) {
            System.out.println(
                    "jq or unzip is not on this machine: apt-get install jq unzip; ratio_vs_jq is not measured");
            return "null";
        }
        long start = System.nanoTime();
        Process jq = new ProcessBuilder("bash", "-c", JQ, "bash", archive.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (jq.waitFor() != 0) {
            throw new IOException("unzip | jq failed");
        }
        double speed = bytes / ((System.nanoTime() - start) / 1e9) / 1e6;
        told("unzip -p | jq --stream", speed);
        return IngestBench.decimal(read / speed);
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Prints median and spread in MB/s; gives the median. */
    private static double told(String what, double... speeds) {
        double[] sorted = speeds.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        System.out.printf("  %-26s %7.0f MB/s (%.0f to %.0f)%n", what, median, sorted[0], sorted[sorted.length - 1]);
        return median;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long inflate(Path archive) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String entry : ENTRIES) {
                try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        bytes += count;
                    }
                }
            }
        }
        return bytes;
    }

    private static void read(Path archive) throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT;
        ReadOutcome outcome =
                new PartwiseReader(ZipArchive.under(limits), new ScriptPartParser(), limits).read(archive, null);
        if (!(outcome instanceof ReadOutcome.Read read)
                || read.contents().followings().size() != LargeArchive.FOLLOWINGS) {
            throw new IllegalStateException("not what the archive holds: " + outcome);
        }
    }
}
