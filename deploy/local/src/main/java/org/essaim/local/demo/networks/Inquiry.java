package org.essaim.local.demo.networks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Has the script, which shares nothing with Essaim, ask the networks and compare with an expectation. */
public final class Inquiry {

    private final Path script;

    public Inquiry(Path root) {
        this.script = root.resolve("deploy/local/src/main/scripts/ask-networks.mjs");
    }

    /** Asks now. */
    public Answer ask(Path expectation) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", script.toString(), expectation.toString())
                .redirectErrorStream(true)
                .start();
        node.getOutputStream().close();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(node.waitFor() == 0, said.lines().toList());
    }

    /**
     * What the networks say.
     *
     * @param right whether they show exactly what was expected
     * @param lines the script's own words
     */
    public record Answer(boolean right, List<String> lines) {

        public Answer {
            lines = List.copyOf(lines);
        }
    }
}
