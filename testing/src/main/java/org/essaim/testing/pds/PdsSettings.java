package org.essaim.testing.pds;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one sandbox runs.
 *
 * @param data where repositories are kept; empty for a temporary folder that is deleted at the end. The PLC directory lives
 *     in memory only, so accounts do not outlive the process even where the data does
 * @param adminPassword of the PDS's admin calls
 * @param bypass value of the header {@code x-ratelimit-bypass} that is not counted against any limit
 */
public record PdsSettings(int plcPort, int pdsPort, Optional<Path> data, String adminPassword, String bypass) {

    /** The ports of a machine's one sandbox, with secrets made up for this run. */
    public static PdsSettings standard() {
        return onPorts(2582, 2583);
    }

    public static PdsSettings onPorts(int plcPort, int pdsPort) {
        return new PdsSettings(plcPort, pdsPort, Optional.empty(), secret(), secret());
    }

    public PdsSettings keepingData(Path folder) {
        return new PdsSettings(plcPort, pdsPort, Optional.of(folder), adminPassword, bypass);
    }

    /** The PDS's public address; its host is localhost, never a number. */
    public URI pds() {
        return URI.create("http://localhost:" + pdsPort);
    }

    public URI plc() {
        return URI.create("http://localhost:" + plcPort);
    }

    /**
     * How a supervisor runs it: it prints one JSON line with {@code "ready":true} on standard output, ends on SIGTERM and
     * when its standard input closes (so give it a pipe and keep it open), and exits with 1 when a port is taken.
     */
    public SandboxCommand command(SandboxInstall install) {
        List<String> command = new ArrayList<>(List.of(
                install.node().toString(),
                "--max-old-space-size=192",
                install.script().toString(),
                "--plc-port",
                Integer.toString(plcPort),
                "--pds-port",
                Integer.toString(pdsPort)));
        data.ifPresent(folder -> command.addAll(List.of("--data", folder.toString())));
        Map<String, String> environment = Map.of(
                "ESSAIM_SANDBOX_ADMIN_PASSWORD",
                adminPassword,
                "ESSAIM_SANDBOX_BYPASS",
                bypass,
                "NODE_ENV",
                "production");
        return new SandboxCommand(command, environment, install.modules());
    }

    @Override
    public String toString() {
        return "PdsSettings[plc=" + plcPort + ", pds=" + pdsPort + "]";
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
