package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A script of the web app's {@code e2e} folder that walks through pages in Chromium and ends with 0 when all is as it should be. */
final class WebScript {

    private static final String FOLDER = "gateway/src/main/webui/e2e/";

    private WebScript() {}

    /** Runs it to its end; what it said is printed, and told when it did not end well. */
    static void shouldEndWell(String script, String... options) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("node", FOLDER + script), Stream.of(options))
                .toList();
        Process running = new ProcessBuilder(command)
                .directory(EssaimCommand.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(told);

        assertThat(running.waitFor()).as(told).isZero();
    }
}
