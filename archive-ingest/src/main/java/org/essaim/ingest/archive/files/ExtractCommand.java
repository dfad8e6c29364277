package org.essaim.ingest.archive.files;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.json.ExtractWriter;
import org.essaim.ingest.archive.loose.LooseParts;
import org.essaim.ingest.archive.parts.ArchiveParts;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;
import org.jspecify.annotations.Nullable;

/**
 * Makes the extract of an archive on the person's own machine. Writes JSON to standard output or to a file, and what was found
 * and what could not be read to standard error. Ends with 0, with 1 when the archive is refused, with 2 when the arguments are
 * wrong.
 */
public final class ExtractCommand {

    private static final String USAGE = """
        extract [--out FILE] ARCHIVE.zip             the ZIP that X let you download
        extract [--out FILE] FOLDER                  the same, unpacked
        extract [--out FILE] --owner ID FILE.js ...  following.js, follower.js and their parts; ID is your X account's number
        """;

    private final OutputStream out;
    private final PrintStream messages;
    private final List<Path> inputs = new ArrayList<>();
    private @Nullable XId owner;
    private @Nullable Path target;

    ExtractCommand(OutputStream out, PrintStream messages) {
        this.out = out;
        this.messages = messages;
    }

    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
                PrintStream messages =
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            int status = new ExtractCommand(out, messages).run(arguments);
            out.flush();
            System.exit(status);
        }
    }

    int run(String... arguments) throws IOException {
        if (!understand(arguments)) {
            messages.print(USAGE);
            return 2;
        }
        return switch (read()) {
            case ReadOutcome.Refused refused -> {
                messages.println(refused.reason() + ": " + refused.detail());
                yield 1;
            }
            case ReadOutcome.Read(ArchiveContents contents) -> {
                write(contents);
                tell(contents);
                yield 0;
            }
        };
    }

    private boolean understand(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean option = arguments[i].startsWith("--");
            if (option && i + 1 == arguments.length) {
                return false;
            }
            if (arguments[i].equals("--out")) {
                target = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--owner") && arguments[i + 1].matches("[1-9][0-9]{0,17}")) {
                owner = new XId(Long.parseLong(arguments[++i]));
            } else if (!option && Files.exists(Path.of(arguments[i]))) {
                inputs.add(Path.of(arguments[i]));
            } else {
                return false;
            }
        }
        return !inputs.isEmpty();
    }

    private ReadOutcome read() throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT;
        PartwiseReader reader =
                new PartwiseReader(ZipArchive.under(limits), new ScriptPartParser(), limits).countingMessages();
        Path first = inputs.getFirst();
        if (inputs.size() == 1
                && Files.isRegularFile(first)
                && !first.toString().endsWith(".js")) {
            return reader.read(first, owner);
        }
        try (ArchiveParts parts = LooseParts.of(files(), limits)) {
            return reader.read(parts, owner);
        }
    }

    /** The files named, and for a folder those in it or in the {@code data} folder of an unpacked archive. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            Path folder = Files.isDirectory(input.resolve("data")) ? input.resolve("data") : input;
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    children.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(input);
            }
        }
        return files;
    }

    /** A file is there whole or not at all, and for its owner's eyes only where the file system knows of such. */
    private void write(ArchiveContents contents) throws IOException {
        Instant otherwise = Files.getLastModifiedTime(inputs.getFirst()).toInstant();
        if (target == null) {
            ExtractWriter.write(contents, otherwise, out);
            return;
        }
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "extract", ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
                ExtractWriter.write(contents, otherwise, file);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void tell(ArchiveContents contents) {
        contents.problems().forEach(messages::println);
        messages.printf(
                "%d followings, %d followers, %d blocks, %d mutes; %d handles seen in your posts%n",
                contents.followings().size(),
                contents.followers().size(),
                contents.blocks().size(),
                contents.mutes().size(),
                contents.sightings().size());
        if (target != null) {
            messages.println(target);
        }
    }
}
