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
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.json.ExtractWriter;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;
import org.essaim.ingest.archive.zip.ZipArchive;

/**
 * Makes the extract of an archive on the person's own machine: {@code ExtractCommand ARCHIVE.zip} writes JSON to standard
 * output and what could not be read to standard error. Ends with 0, with 1 when the archive is refused, with 2 when the
 * arguments are wrong.
 */
public final class ExtractCommand {

    private final OutputStream out;
    private final PrintStream messages;

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
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
            messages.println("Name the ZIP that X let you download: extract ARCHIVE.zip");
            return 2;
        }
        Path archive = Path.of(arguments[0]);
        ReadLimits limits = ReadLimits.DEFAULT;
        ReadOutcome outcome =
                new PartwiseReader(ZipArchive.under(limits), new ScriptPartParser(), limits).read(archive);
        return switch (outcome) {
            case ReadOutcome.Refused refused -> {
                messages.println(refused.reason() + ": " + refused.detail());
                yield 1;
            }
            case ReadOutcome.Read(ArchiveContents contents) -> {
                contents.problems().forEach(messages::println);
                ExtractWriter.write(contents, Files.getLastModifiedTime(archive).toInstant(), out);
                yield 0;
            }
        };
    }
}
