package org.essaim.executor.service.scene;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.mastodon.FakeMastodon;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.pds.Pds;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsSettings;
import org.jspecify.annotations.Nullable;

/** The networks that the service is tested against, and the keys that it needs. */
public final class ExecutorResource implements QuarkusTestResourceLifecycleManager {

    /** The key ring of before, now the second in the ring. */
    public static final String OLD_KEY = "older:b2xkLWtleS1vZi10aGlydHktdHdvLWJ5dGVzLTEyMyE=";

    private static final String PREFIX = "essaim.test.";

    private @Nullable FakeMastodon mastodon;
    private @Nullable Pds pds;

    @Override
    public Map<String, String> start() {
        FakeMastodon instance = FakeMastodon.start();
        mastodon = instance;
        Pds server = Pds.start();
        pds = server;
        // Tests run in another class loader than this resource: they reach everything by these.
        System.setProperty(PREFIX + "mastodon", instance.uri().toString());
        System.setProperty(
                PREFIX + "plc-port", Integer.toString(server.settings().plcPort()));
        System.setProperty(
                PREFIX + "pds-port", Integer.toString(server.settings().pdsPort()));
        System.setProperty(PREFIX + "pds-admin", server.settings().adminPassword());
        System.setProperty(PREFIX + "pds-bypass", server.settings().bypass());
        System.setProperty(PREFIX + "kafka", KafkaResource.sharedBootstrapServers());
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.oidc.public-key", Tokens.publicKey());
        config.put("quarkus.http.test-port", "0");
        config.put("essaim.executor.keys", "test:dGVzdGluZy1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=," + OLD_KEY);
        config.put("essaim.erasures.secret", "a secret of tests that is long enough");
        config.put("essaim.executor.loopback-allowed", "true");
        config.put("essaim.executor.bluesky.handle-resolver", server.uri().toString());
        config.put("essaim.executor.bluesky.plc-directory", server.plc().toString());
        config.put("essaim.executor.bluesky.appview", "none");
        // All tests share one host of each network, in the same five minutes: what a host may be asked has tests with
        // hosts of their own.
        config.put("essaim.executor.budgets.mastodon-calls-per-address", "100000");
        config.put("essaim.executor.budgets.mastodon-calls-per-host", "100000");
        config.put("essaim.executor.budgets.bluesky-requests-per-host", "100000");
        config.put("essaim.executor.worker.pause", "200ms");
        config.put("essaim.executor.worker.approval-poll", "500ms");
        return config;
    }

    public static MastodonControl mastodon() {
        return new MastodonControl(URI.create(property("mastodon")));
    }

    public static String mastodonDomain() {
        return URI.create(property("mastodon")).getAuthority();
    }

    public static PdsControl pds() {
        return new PdsControl(new PdsSettings(
                Integer.parseInt(property("plc-port")),
                Integer.parseInt(property("pds-port")),
                Optional.empty(),
                property("pds-admin"),
                property("pds-bypass")));
    }

    public static URI pdsUri() {
        return URI.create("http://localhost:" + property("pds-port"));
    }

    public static String bootstrapServers() {
        return property("kafka");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(PREFIX + name), name);
    }

    @Override
    public void stop() {
        if (mastodon != null) {
            mastodon.close();
        }
        if (pds != null) {
            pds.close();
        }
    }
}
