package org.essaim.bench.ingest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive of someone who posts much, in X's layout: every field that X writes, two spaces a level. */
final class LargeArchive {

    static final String TWEETS = "data/tweets.js";
    static final String FOLLOWING = "data/following.js";
    static final int FOLLOWINGS = 200_000;

    private final SplittableRandom random = new SplittableRandom(IngestBench.SEED);
    private final long[] people = random.longs(3_000, 1L << 60, 1L << 61).toArray();
    private final String[] words =
            random.ints(4_000, 2, 11).mapToObj(this::word).toArray(String[]::new);

    /** Writes the archive unless it is there. */
    static Path in(Path folder, int tweets) throws IOException {
        Path file = folder.resolve("large-" + tweets + ".zip");
        if (Files.notExists(file)) {
            Path part = folder.resolve("large.part");
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                new LargeArchive().write(zip, tweets);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void write(ZipOutputStream zip, int tweets) throws IOException {
        zip.putNextEntry(new ZipEntry("data/account.js"));
        text(
                zip,
                "window.YTD.account.part0 = [ { \"account\" : { \"accountId\" : \"77\", \"username\" : \"keeper\" }"
                        + " } ]");
        zip.putNextEntry(new ZipEntry(FOLLOWING));
        text(zip, "window.YTD.following.part0 = [\n");
        Bodies.followings(zip, random.longs(FOLLOWINGS, 1, 1L << 60).toArray());
        text(zip, "]");
        zip.putNextEntry(new ZipEntry(TWEETS));
        text(zip, "window.YTD.tweets.part0 = [\n");
        for (int i = 0; i < tweets; i++) {
            text(zip, (i == 0 ? "" : ",\n") + tweet());
        }
        text(zip, "\n]");
    }

    private String tweet() {
        int person = (int) (people.length * Math.pow(random.nextDouble(), 3));
        StringBuilder said = new StringBuilder();
        for (int i = random.nextInt(5, 30); i > 0; i--) {
            said.append(words[(int) (words.length * Math.pow(random.nextDouble(), 2))])
                    .append(' ');
        }
        return """
            {
              "tweet" : {
                "edit_info" : {
                  "initial" : {
                    "editTweetIds" : [
                      "%1$d"
                    ],
                    "editableUntil" : "2023-03-14T13:17:00.000Z",
                    "editsRemaining" : "5",
                    "isEditEligible" : false
                  }
                },
                "retweeted" : false,
                "source" : "<a href=\\"https://mobile.twitter.com\\" rel=\\"nofollow\\">Twitter Web App</a>",
                "entities" : {
                  "hashtags" : [ ],
                  "symbols" : [ ],
                  "user_mentions" : [
                    {
                      "name" : "Bee %2$d",
                      "screen_name" : "bee_%2$d",
                      "indices" : [
                        "0",
                        "12"
                      ],
                      "id_str" : "%3$d",
                      "id" : "%3$d"
                    }
                  ],
                  "urls" : [
                    {
                      "url" : "https://t.co/%4$s",
                      "expanded_url" : "https://example.org/%5$s",
                      "display_url" : "example.org/%5$s",
                      "indices" : [
                        "101",
                        "124"
                      ]
                    }
                  ]
                },
                "display_text_range" : [
                  "0",
                  "124"
                ],
                "favorite_count" : "%6$d",
                "in_reply_to_status_id_str" : "%7$d",
                "id_str" : "%1$d",
                "in_reply_to_user_id" : "%3$d",
                "truncated" : false,
                "retweet_count" : "0",
                "id" : "%1$d",
                "in_reply_to_status_id" : "%7$d",
                "possibly_sensitive" : false,
                "created_at" : "Tue Mar 14 12:%8$02d:%9$02d +0000 2023",
                "favorited" : false,
                "full_text" : "@bee_%2$d %5$s https://t.co/%4$s",
                "lang" : "en",
                "in_reply_to_screen_name" : "bee_%2$d",
                "in_reply_to_user_id_str" : "%3$d"
              }
            }\
            """.formatted(
                        random.nextLong(1L << 60, 1L << 61),
                        person,
                        people[person],
                        word(10),
                        said.toString().strip(),
                        random.nextInt(50),
                        random.nextLong(1L << 60, 1L << 61),
                        random.nextInt(60),
                        random.nextInt(60));
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
