package org.essaim.bench.ingest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.essaim.contracts.UploadKind;

/** The two forms in which the people of a campaign bring the same lists. */
enum Bodies {
    EXTRACTS(UploadKind.EXTRACT) {
        @Override
        void write(long owner, long[] followings, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder(followings.length * 22 + 200);
            text.append("{\"format\":\"essaim-extract/1\",\"owner\":{\"xId\":\"")
                    .append(owner)
                    .append("\",\"handle\":\"bee\"},\"generatedAt\":\"2025-01-20T12:00:00Z\",\"followings\":[");
            for (int i = 0; i < followings.length; i++) {
                text.append(i == 0 ? "\"" : ",\"").append(followings[i]).append('"');
            }
            text.append("],\"followers\":[],\"blocks\":[],\"mutes\":[],\"closeness\":[],\"sightings\":[]}");
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    },
    ZIPS(UploadKind.ARCHIVE) {
        @Override
        void write(long owner, long[] followings, OutputStream out) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("data/account.js"));
            zip.write(("window.YTD.account.part0 = [ { \"account\" : { \"accountId\" : \"" + owner + "\" } } ]")
                    .getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("data/following.js"));
            zip.write("window.YTD.following.part0 = [\n".getBytes(StandardCharsets.US_ASCII));
            followings(zip, followings);
            zip.write(']');
            zip.putNextEntry(new ZipEntry("data/follower.js"));
            zip.write("window.YTD.follower.part0 = [ ]".getBytes(StandardCharsets.US_ASCII));
            zip.finish();
        }
    };

    private final UploadKind kind;

    Bodies(UploadKind kind) {
        this.kind = kind;
    }

    UploadKind kind() {
        return kind;
    }

    abstract void write(long owner, long[] followings, OutputStream out) throws IOException;

    void write(long owner, long[] followings, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(owner, followings, out);
        }
    }

    /** The elements of a list in X's layout. */
    static void followings(OutputStream out, long[] ids) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ids.length; i++) {
            text.append("  {\n    \"following\" : {\n      \"accountId\" : \"")
                    .append(ids[i])
                    .append("\",\n      \"userLink\" : \"https://twitter.com/intent/user?user_id=")
                    .append(ids[i])
                    .append(i == ids.length - 1 ? "\"\n    }\n  }\n" : "\"\n    }\n  },\n");
            if (text.length() > 60_000 || i == ids.length - 1) {
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                text.setLength(0);
            }
        }
    }
}
