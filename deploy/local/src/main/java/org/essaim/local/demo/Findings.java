package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.essaim.local.demo.networks.Expectation;
import org.essaim.local.demo.networks.Inquiry;
import org.essaim.local.demo.networks.Residences;
import org.essaim.local.demo.people.Cast;
import org.essaim.local.demo.people.Person;
import org.essaim.local.demo.people.Role;
import org.essaim.local.demo.report.Report;
import org.essaim.local.demo.report.TrapVerdict;
import org.essaim.local.house.Memory;
import org.essaim.local.process.Child;

/** What the demo sees as it goes on, and what should have come of it. Filled in the order of the demo. */
final class Findings {

    private final Cast cast;
    private final Residences residences;
    private final List<JsonNode> untouched = new ArrayList<>();
    private final List<Person> arrived = new ArrayList<>();
    private final List<Inquiry.Answer> answers = new ArrayList<>();
    private int followings;
    private String secondUpload = "";
    private List<JsonNode> matches = List.of();
    private List<JsonNode> follows = List.of();
    private Duration arrival = Duration.ZERO;

    Findings(Cast cast, Residences residences) {
        this.cast = cast;
        this.residences = residences;
    }

    /** A follow record on Bluesky from before Essaim. */
    void before(JsonNode record) {
        untouched.add(record);
    }

    void archive(JsonNode result) {
        followings = result.path("counts").path("followings").asInt();
        if (!result.path("state").asText().equals("INGESTED")) {
            throw new IllegalStateException(
                    "the archive was not taken: " + result.path("reason").asText());
        }
    }

    void sameArchive(JsonNode result) {
        secondUpload =
                result.path("state").asText() + " " + result.path("reason").asText();
    }

    void matches(List<JsonNode> found) {
        matches = List.copyOf(found);
    }

    void follows(List<JsonNode> settled) {
        follows = List.copyOf(settled);
    }

    void networks(Inquiry.Answer answer) {
        answers.add(answer);
    }

    void arrived(Person newcomer, Duration took) {
        arrived.add(newcomer);
        arrival = took;
    }

    /** How many people the main person must find: everyone findable, before anything else happens to them. */
    int expectedMatches() {
        return Cast.HONEST + 4;
    }

    /** Whom the networks must show as followed now. */
    Expectation expectation() {
        Person main = cast.the(Role.MAIN);
        List<Person> onBoth = new ArrayList<>(cast.with(Role.HONEST));
        onBoth.add(cast.the(Role.ALREADY_FOLLOWED));
        onBoth.addAll(arrived);
        return new Expectation(
                residences.blueskyOf(main),
                residences.mastodonOf(main),
                Stream.concat(onBoth.stream(), Stream.of(cast.the(Role.LOCKED)))
                        .map(residences::handle)
                        .toList(),
                untouched,
                onBoth.stream().map(residences::uri).toList());
    }

    Report report(Duration took, List<Child> children) {
        Map<String, Integer> matched = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (JsonNode match : matches) {
            match.path("targets")
                    .forEach(target -> count(matched, target.path("network").asText()));
            match.path("evidence").forEach(evidence -> count(reasons, evidence.asText()));
            if (match.path("mutual").asBoolean()) {
                count(reasons, "both followed each other");
            }
        }
        Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
        for (JsonNode follow : follows) {
            String network = follow.path("target").path("network").asText();
            count(outcomes.computeIfAbsent(network, first -> new TreeMap<>()), outcome(follow));
        }
        Map<String, Long> megabytes = new TreeMap<>();
        children.forEach(child -> megabytes.put(child.name(), Memory.megabytes(child)));
        megabytes.put("launcher and demo", Memory.ownMegabytes());
        boolean right = answers.stream().allMatch(Inquiry.Answer::right);
        return new Report(
                followings, matched, reasons, outcomes, traps(), right, seconds(arrival), seconds(took), megabytes);
    }

    private List<TrapVerdict> traps() {
        return List.of(
                trap("an account that is only claimed", Role.CLAIMANT, "", ""),
                trap("a rival claim to someone's account", Role.RIVAL, "", ""),
                trap("blocked by the main person's archive", Role.BLOCKED_BY_MAIN, "", ""),
                trap("their archive blocks the main person", Role.BLOCKS_MAIN, "", ""),
                trap("consent withdrawn after the match", Role.WITHDRAWS, "CANCELLED", "CANCELLED"),
                trap("findable by nobody", Role.HIDDEN, "", ""),
                already(),
                trap("gone from both networks", Role.GONE, "REFUSED", "REFUSED"),
                trap("a locked account", Role.LOCKED, "FOLLOWED", "AWAITING_APPROVAL"),
                trap("an archive that names someone else as owner", Role.FORGER, "", ""),
                new TrapVerdict("the same archive twice", secondUpload.equals("REJECTED SAME_ARCHIVE"), secondUpload));
    }

    private TrapVerdict already() {
        TrapVerdict verdict =
                trap("followed before Essaim came", Role.ALREADY_FOLLOWED, "ALREADY_FOLLOWING", "ALREADY_FOLLOWING");
        boolean touched = answers.stream()
                .flatMap(answer -> answer.lines().stream())
                .anyMatch(line -> line.startsWith("  touched"));
        return new TrapVerdict(verdict.trap(), verdict.avoided() && !touched, verdict.detail());
    }

    /** Avoided when both networks ended as they should; an empty state stands for no follow at all. */
    private TrapVerdict trap(String title, Role role, String bluesky, String mastodon) {
        Person person = cast.the(role);
        String first = outcomeOf(residences.did(person));
        String second = outcomeOf(residences.uri(person));
        boolean wrongly = answers.stream()
                .flatMap(answer -> answer.lines().stream())
                .anyMatch(line -> line.endsWith(residences.did(person)) || line.endsWith(residences.uri(person)));
        return new TrapVerdict(
                title,
                !wrongly && first.equals(bluesky) && second.equals(mastodon),
                first.isEmpty() && second.isEmpty()
                        ? "no follow planned"
                        : name(first) + " on Bluesky, " + name(second) + " on Mastodon");
    }

    private String outcomeOf(String target) {
        return follows.stream()
                .filter(follow -> MainPerson.target(follow).equals(target))
                .map(Findings::outcome)
                .findFirst()
                .orElse("");
    }

    private static String outcome(JsonNode follow) {
        return MainPerson.isCancelled(follow) ? "CANCELLED" : MainPerson.state(follow);
    }

    private static String name(String outcome) {
        return outcome.isEmpty()
                ? "not planned"
                : outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
