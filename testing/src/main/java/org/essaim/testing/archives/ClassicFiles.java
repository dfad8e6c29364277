package org.essaim.testing.archives;

import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The archive of 2012: tweets by month and as CSV, nothing about follows. */
final class ClassicFiles {

    private final ArchiveContent content;
    private final ScriptEntry scripts;
    private final TextEntry texts;

    ClassicFiles(ArchiveContent content, ScriptEntry scripts, TextEntry texts) {
        this.content = content;
        this.scripts = scripts;
        this.texts = texts;
    }

    /** Writes one script as an entry of the ZIP. */
    interface ScriptEntry {
        void write(String name, XArchive.Script script) throws IOException;
    }

    /** Writes one text as an entry of the ZIP. */
    interface TextEntry {
        void write(String name, String text) throws IOException;
    }

    void write() throws IOException {
        texts.write("index.html", "<!doctype html><title>Tweet archive</title>");
        texts.write("tweets.csv", csv());
        scripts.write("data/js/user_details.js", writer -> writer.object("var user_details", userDetails()));
        Map<YearMonth, List<Tweet>> months = content.tweets().stream()
                .collect(Collectors.groupingBy(
                        tweet -> YearMonth.from(tweet.createdAt().atOffset(ZoneOffset.UTC)),
                        TreeMap::new,
                        Collectors.toList()));
        for (Map.Entry<YearMonth, List<Tweet>> month : months.entrySet()) {
            String name = month.getKey().toString().replace('-', '_');
            List<Map<String, Object>> tweets =
                    month.getValue().stream().map(ArchiveJson::tweet).toList();
            scripts.write(
                    "data/js/tweets/" + name + ".js", writer -> writer.list("Grailbird.data.tweets_" + name, tweets));
        }
    }

    private Map<String, Object> userDetails() {
        ArchiveOwner owner = content.owner();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("screen_name", owner.handle());
        details.put("full_name", owner.name());
        details.put("id", owner.id().asString());
        details.put("created_at", owner.createdAt().toString());
        return details;
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("\"tweet_id\",\"timestamp\",\"text\"\n");
        content.tweets()
                .forEach(tweet -> csv.append('"')
                        .append(tweet.id())
                        .append("\",\"")
                        .append(tweet.createdAt())
                        .append("\",\"")
                        .append(tweet.text().replace("\"", "\"\""))
                        .append("\"\n"));
        return csv.toString();
    }
}
