package org.essaim.local.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.essaim.local.files.Template;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;

/**
 * PostgreSQL with a Keycloak that has its realm already, for the demo to begin with: filling an empty one takes Keycloak most of
 * a minute, and the demo begins anew each time. The secrets that are written in it are kept with it; they open nothing but
 * sandboxes on this machine.
 */
public final class PreparedStores {

    /** What of a data folder is kept. */
    public static final List<String> PARTS = List.of("postgres", "secrets");

    /** Versions, the realm and the way in through X: whatever else is in those databases comes from these. */
    private static final List<String> SOURCES =
            List.of("pom.xml", "deploy/keycloak/essaim-realm.json", "deploy/keycloak/broker-x.json");

    private PreparedStores() {}

    /** The template for this checkout and these ports, which the realm names; made or not yet. */
    public static Template template(Path root, Ports ports) throws IOException {
        MessageDigest digest = sha256();
        for (String source : SOURCES) {
            digest.update(Files.readAllBytes(root.resolve(source)));
        }
        for (Port port : Port.values()) {
            digest.update(ports.http(port).toString().getBytes(StandardCharsets.US_ASCII));
        }
        String name = "demo-stores-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        return new Template(root.resolve(".essaim/cache").resolve(name));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
