package org.essaim.testing.pds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.essaim.testing.servers.ProjectRoot;

/** A running sandbox, child of this process: it ends with {@link #close()}, and by itself when this process is killed. */
public final class Pds implements AutoCloseable {

    private static final long STOP_SECONDS = 10;

    private final PdsSettings settings;
    private final Process process;

    private Pds(PdsSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /** Starts on free ports, from this checkout. */
    public static Pds start() {
        Path root = ProjectRoot.find();
        SandboxInstall install = SandboxInstall.ready(SandboxInstall.sources(root), SandboxInstall.defaultCache());
        return start(install, PdsSettings.onPorts(freePort(), freePort()));
    }

    /**
     * Starts and waits until both servers answer.
     *
     * @throws IllegalStateException with what the process said when it does not come up
     */
    public static Pds start(SandboxInstall install, PdsSettings settings) {
        try {
            Process process = settings.command(install)
                    .processBuilder()
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output = process.inputReader(UTF_8);
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("{\"ready\":true")) {
                    Thread.ofVirtual().name("pds-output").start(() -> drain(output));
                    return new Pds(settings, process);
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException("The PDS sandbox did not start:\n" + said);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDS sandbox cannot be started", e);
        }
    }

    public URI uri() {
        return settings.pds();
    }

    public URI plc() {
        return settings.plc();
    }

    public PdsSettings settings() {
        return settings;
    }

    public long pid() {
        return process.pid();
    }

    public PdsControl control() {
        return new PdsControl(settings);
    }

    /** Moves the clock of the PDS and its directory on: windows end, tokens grow old. It never goes back. */
    public void advance(Duration by) {
        try {
            process.getOutputStream().write(("advance " + by.toMillis() + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The PDS sandbox does not hear", e);
        }
    }

    /** Stops in order; by force after ten seconds. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
