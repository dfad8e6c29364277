package org.essaim.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds a small ZIP, file by file, for one shape of archive. */
final class ZipShape {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static ZipShape empty() {
        return new ZipShape();
    }

    /** The usual archive of 2020 on: owner 1000, followings 1 to 3, followers 2 to 5. */
    static ZipShape usual() {
        return empty().with("data/manifest.js", manifest("1000", "\"following\":" + announced("data/following.js", 3)))
                .with("data/account.js", account("1000"))
                .with("data/following.js", list("following", "following", 0, 1, 2, 3))
                .with("data/follower.js", list("follower", "follower", 0, 2, 3, 4, 5));
    }

    ZipShape with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ZipShape with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    ZipShape without(String name) {
        files.remove(name);
        return this;
    }

    /** The same files, each under another name. */
    ZipShape renamed(java.util.function.UnaryOperator<String> rename) {
        ZipShape renamed = empty();
        files.forEach((name, bytes) -> renamed.with(rename.apply(name), bytes));
        return renamed;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2019, 5, 6, 7, 8, 10));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path writeTo(Path directory) throws IOException {
        return Files.write(directory.resolve("archive.zip"), toBytes());
    }

    static String manifest(String owner, String types) {
        return """
                window.__THAR_CONFIG = {"userInfo": {"accountId": "%s", "userName": "manifested", "displayName": "M"},
                "archiveInfo": {"sizeBytes": "1", "generationDate": "2022-10-11T03:33:17.295Z", "isPartialArchive": false},
                "dataTypes": {%s}}""".formatted(owner, types);
    }

    static String announced(String file, long count) {
        return "{\"files\":[{\"fileName\":\"%s\",\"globalName\":\"YTD.x.part0\",\"count\":\"%d\"}]}"
                .formatted(file, count);
    }

    static String account(String owner) {
        return """
                window.YTD.account.part0 = [ { "account" : { "email" : "someone@example.org", "username" : "keeper",
                "accountId" : "%s", "createdAt" : "2016-07-30T05:00:24.567Z", "accountDisplayName" : "Keeper" } } ]""".formatted(owner);
    }

    static String list(String global, String wrapper, int part, long... ids) {
        return "window.YTD." + global + ".part" + part + " = " + elements(wrapper, ids);
    }

    static String elements(String wrapper, long... ids) {
        return LongStream.of(ids)
                .mapToObj(id ->
                        "{\"%s\":{\"accountId\":\"%d\",\"userLink\":\"https://twitter.com/intent/user?user_id=%d\"}}"
                                .formatted(wrapper, id, id))
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }
}
