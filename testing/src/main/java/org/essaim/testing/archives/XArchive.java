package org.essaim.testing.archives;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes content as the ZIP that X would have made of it. Streams: memory does not grow with the archive. */
public final class XArchive {

    private final ArchiveContent content;
    private final ArchiveShape shape;
    private final ZipOutputStream zip;

    private XArchive(ArchiveContent content, ArchiveShape shape, ZipOutputStream zip) {
        this.content = content;
        this.shape = shape;
        this.zip = zip;
    }

    /** Writes the archive to a file; see {@link #write(ArchiveContent, ArchiveShape, OutputStream)}. */
    public static GoldenCounts write(ArchiveContent content, ArchiveShape shape, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return write(content, shape, out);
        }
    }

    /** Writes the archive and says what a reader must find in it. Leaves {@code out} open. */
    public static GoldenCounts write(ArchiveContent content, ArchiveShape shape, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new XArchive(content, shape, zip).write();
        zip.finish();
        zip.flush();
        return GoldenCounts.of(content, shape.generation());
    }

    private void write() throws IOException {
        switch (shape.generation()) {
            case CLASSIC -> new ClassicFiles(content, this::script, this::text).write();
            case ROOT_LEVEL -> lists("", types());
            case MANIFEST, MANIFEST_TWEETS -> withManifest();
        }
        if (shape.mediaBytes() > 0) {
            media();
        }
    }

    private void withManifest() throws IOException {
        List<DataType> types = types();
        text("Your archive.html", "<!doctype html><title>Your archive</title>");
        text("assets/js/runtime.js", "// the viewer");
        text("data/README.txt", "What the files are");
        script(
                "data/manifest.js",
                writer -> writer.object("window.__THAR_CONFIG", Manifest.of(content.owner(), shape, types)));
        lists("data/", types);
    }

    private void lists(String folder, List<DataType> types) throws IOException {
        for (DataType type : types) {
            for (DataType.Part part : type.parts(shape.elementsPerPart())) {
                script(
                        folder + type.fileName(part.number()),
                        writer -> writer.list("window." + type.global(part.number()), part.elements()));
            }
        }
    }

    private List<DataType> types() {
        boolean renamed = shape.generation() == Generation.MANIFEST_TWEETS;
        boolean wrapped = shape.generatedAt().atOffset(ZoneOffset.UTC).getYear() >= 2020;
        List<DataType> types = new ArrayList<>();
        types.add(DataType.of("account", List.of(content.owner()), ArchiveJson::account));
        types.add(DataType.of("profile", List.of(content.owner()), ArchiveJson::profile));
        types.add(DataType.of("following", content.followings(), id -> ArchiveJson.edge("following", id)));
        types.add(DataType.of("follower", content.followers(), id -> ArchiveJson.edge("follower", id)));
        types.add(DataType.of("block", content.blocks(), id -> ArchiveJson.edge("blocking", id)));
        types.add(DataType.of("mute", content.mutes(), id -> ArchiveJson.edge("muting", id)));
        types.add(DataType.of(
                renamed ? "tweets" : "tweet",
                content.tweets(),
                tweet -> wrapped ? Map.of("tweet", ArchiveJson.tweet(tweet)) : ArchiveJson.tweet(tweet)));
        types.add(DataType.of(
                renamed ? "direct-messages" : "direct-message",
                content.conversations(),
                conversation -> ArchiveJson.conversation(content.owner(), conversation, shape.generatedAt())));
        if (renamed) {
            for (String empty : List.of("deleted-tweets", "note-tweet", "community-tweet")) {
                types.add(new DataType(empty, 0, List.of()));
            }
        }
        return types;
    }

    /** What is written into one file. */
    interface Script {
        void writeTo(ScriptWriter writer) throws IOException;
    }

    private void script(String name, Script script) throws IOException {
        entry(name, () -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            script.writeTo(new ScriptWriter(out, shape));
            out.flush();
        });
    }

    private void text(String name, String text) throws IOException {
        entry(name, () -> zip.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Noise does not compress, so the ZIP grows by as much as is written. */
    private void media() throws IOException {
        String folder = shape.generation() == Generation.ROOT_LEVEL ? "tweet_media/" : "data/tweets_media/";
        entry(folder + "1-picture.jpg", () -> {
            SplittableRandom noise = new SplittableRandom(1);
            byte[] block = new byte[64 * 1024];
            for (long left = shape.mediaBytes(); left > 0; left -= block.length) {
                noise.nextBytes(block);
                zip.write(block, 0, (int) Math.min(left, block.length));
            }
        });
    }

    private interface Body {
        void write() throws IOException;
    }

    private void entry(String name, Body body) throws IOException {
        open(name);
        body.write();
        zip.closeEntry();
        if (shape.has(Variant.MACOSX)) {
            int file = name.lastIndexOf('/') + 1;
            open("__MACOSX/" + name.substring(0, file) + "._" + name.substring(file));
            zip.write(new byte[] {0, 5, 22, 7, 0, 2, 0, 0});
            zip.closeEntry();
        }
    }

    private void open(String name) throws IOException {
        LocalDateTime made = LocalDateTime.ofInstant(shape.generatedAt(), ZoneOffset.UTC);
        ZipEntry entry = new ZipEntry(disguised(name));
        entry.setTimeLocal(made);
        zip.putNextEntry(entry);
    }

    private String disguised(String name) {
        String disguised = name;
        if (shape.has(Variant.NESTED_FOLDER)) {
            disguised = "twitter-archive/" + disguised;
        }
        if (shape.has(Variant.UPPER_CASE)) {
            disguised = disguised.toUpperCase(Locale.ROOT);
        }
        return shape.has(Variant.BACKSLASH_PATHS) ? disguised.replace('/', '\\') : disguised;
    }
}
