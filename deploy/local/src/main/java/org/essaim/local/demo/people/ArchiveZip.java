package org.essaim.local.demo.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.essaim.contracts.XId;

/**
 * An archive as X gives it: the parts that say who somebody follows, is followed by and blocks, behind a manifest.
 *
 * @param madeAt when X made it
 */
public record ArchiveZip(
        XId owner, String handle, List<XId> followings, List<XId> followers, List<XId> blocks, Instant madeAt) {

    public ArchiveZip {
        followings = List.copyOf(followings);
        followers = List.copyOf(followers);
        blocks = List.copyOf(blocks);
    }

    /** The file as a browser would save it; the same bytes for the same content. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "Your archive.html", "<!doctype html><title>Your archive</title>\n");
            put(zip, "data/manifest.js", manifest());
            put(zip, "data/account.js", account());
            put(zip, "data/following.js", part("following", "following", followings));
            put(zip, "data/follower.js", part("follower", "follower", followers));
            put(zip, "data/block.js", part("block", "blocking", blocks));
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String part(String name, String wrapper, List<XId> accounts) {
        String page = "https://twitter.com/intent/user?user_id=";
        return accounts.stream()
                .map(account -> """
                          {
                            "%s" : {
                              "accountId" : "%s",
                              "userLink" : "%s%s"
                            }
                          }""".formatted(wrapper, account, page, account))
                .collect(Collectors.joining(",\n", "window.YTD." + name + ".part0 = [\n", "\n]"));
    }

    private String account() {
        return """
                window.YTD.account.part0 = [
                  {
                    "account" : {
                      "email" : "%s@example.test",
                      "createdVia" : "web",
                      "username" : "%s",
                      "accountId" : "%s",
                      "createdAt" : "2011-03-14T15:09:26.000Z",
                      "accountDisplayName" : "%s"
                    }
                  }
                ]""".formatted(handle, handle, owner, handle);
    }

    private String manifest() {
        return """
                window.__THAR_CONFIG = {
                  "userInfo" : {"accountId" : "%s", "userName" : "%s", "displayName" : "%s"},
                  "archiveInfo" : {"sizeBytes" : "100000", "generationDate" : "%s", "isPartialArchive" : false,
                    "maxPartSizeBytes" : "53687091200"},
                  "dataTypes" : {%s}
                }""".formatted(owner, handle, handle, madeAt, String.join(
                        ",",
                        type("account", 1),
                        type("following", followings.size()),
                        type("follower", followers.size()),
                        type("block", blocks.size())));
    }

    private static String type(String name, int count) {
        return String.format(
                Locale.ROOT,
                "\"%1$s\" : {\"files\" : [{\"fileName\" : \"data/%1$s.js\", \"globalName\" : \"YTD.%1$s.part0\", \"count\" : \"%2$d\"}]}",
                name,
                count);
    }
}
