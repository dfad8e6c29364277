package org.essaim.bench.execute;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the measurements: {@code [--part bluesky|mastodon|scheduling|kill] [--follows N] [--accounts N] [--planned N]
 * [--seconds N] [--kills N] [--minutes N]}. All parts when none is named.
 */
public final class ExecuteBench {

    private static final List<String> PARTS = List.of("bluesky", "mastodon", "scheduling", "kill");

    private ExecuteBench() {}

    public static void main(String[] arguments) {
        Map<String, String> options = options(arguments);
        int follows = Integer.parseInt(options.getOrDefault("--follows", "2000"));
        Figures figures = new Figures();
        figures.say("machine: " + Runtime.getRuntime().availableProcessors() + " processors; follows of one account: "
                + follows);
        List<String> parts = options.containsKey("--part") ? List.of(options.get("--part")) : PARTS;
        if (parts.contains("bluesky")) {
            BlueskyRun.run(follows, figures);
        }
        if (parts.contains("mastodon")) {
            MastodonRun.run(follows, figures);
        }
        if (parts.contains("scheduling")) {
            SchedulingRun.run(
                    Integer.parseInt(options.getOrDefault("--accounts", "17000")),
                    Integer.parseInt(options.getOrDefault("--planned", "1000000")),
                    Duration.ofSeconds(Long.parseLong(options.getOrDefault("--seconds", "120"))),
                    figures);
        }
        if (parts.contains("kill")) {
            KillRun.run(
                    Integer.parseInt(options.getOrDefault("--kills", "200")),
                    Duration.ofMinutes(Long.parseLong(options.getOrDefault("--minutes", "60"))),
                    figures);
        }
        figures.print();
        // Threads of embedded servers would keep the process.
        System.exit(0);
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
