package org.essaim.local.house;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;
import org.essaim.local.process.ChildPlan;
import org.essaim.local.process.Readiness;
import org.essaim.testing.mastodon.MastodonMain;
import org.essaim.testing.pds.PdsSettings;
import org.essaim.testing.pds.SandboxCommand;
import org.essaim.testing.pds.SandboxInstall;
import org.essaim.testing.x.XClient;
import org.essaim.testing.x.XMain;

/** The networks of the demo: a real Bluesky server with its directory, and stand-ins for Mastodon and X. */
public final class Sandbox {

    static final String BLUESKY = "bluesky";
    static final String MASTODON = "mastodon";
    static final String X_STAND_IN = "x";

    private static final String READY = "\"ready\":true";

    private final Setting setting;
    private final Ports ports;
    private final PdsSettings pds;

    Sandbox(Setting setting) throws IOException {
        this.setting = setting;
        this.ports = setting.ports();
        this.pds = new PdsSettings(
                ports.number(Port.PLC),
                ports.number(Port.PDS),
                Optional.empty(),
                setting.secrets().password("pds-admin"),
                setting.secrets().password("pds-bypass"));
    }

    /** How to reach and govern the Bluesky server. */
    public PdsSettings bluesky() {
        return pds;
    }

    public URI mastodon() {
        return ports.http(Port.MASTODON);
    }

    public URI x() {
        return ports.http(Port.X);
    }

    /** The names of the children that are networks. */
    public static List<String> names() {
        return List.of(BLUESKY, MASTODON, X_STAND_IN);
    }

    XApp xApp() {
        return new XApp(XClient.SANDBOX.id(), XClient.SANDBOX.secret(), Optional.of(x()));
    }

    /** What the executor and the gateway are told in the sandbox and nowhere else. */
    Map<String, String> settingsOfServices() {
        return Map.of(
                "ESSAIM_GATEWAY_FULL_ARCHIVES", "true",
                "ESSAIM_EXECUTOR_LOOPBACK_ALLOWED", "true",
                "ESSAIM_EXECUTOR_BLUESKY_HANDLE_RESOLVER", pds.pds().toString(),
                "ESSAIM_EXECUTOR_BLUESKY_PLC_DIRECTORY", pds.plc().toString(),
                "ESSAIM_EXECUTOR_BLUESKY_APPVIEW", "none");
    }

    /** Making the plans fetches and compiles the Bluesky server when it never ran on this machine: a minute or two. */
    List<ChildPlan> plans() {
        SandboxInstall install =
                SandboxInstall.ready(SandboxInstall.sources(setting.root()), SandboxInstall.defaultCache());
        return List.of(
                bluesky(install),
                standIn(MASTODON, MastodonMain.class, Port.MASTODON),
                standIn(X_STAND_IN, XMain.class, Port.X));
    }

    private ChildPlan standIn(String name, Class<?> main, Port port) {
        return new ChildPlan(
                name,
                Java.main(main, 64, Integer.toString(ports.number(port))),
                Map.of(),
                setting.data(),
                new Readiness.Says(READY),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                false,
                Set.of());
    }

    /** Its directory lives in memory only: a second life would not know the accounts of the first. */
    private ChildPlan bluesky(SandboxInstall install) {
        SandboxCommand command = pds.command(install);
        return new ChildPlan(
                BLUESKY,
                command.command(),
                command.environment(),
                command.directory(),
                new Readiness.Says(READY),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                false,
                Set.of());
    }
}
