package org.essaim.ingest.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.essaim.testing.kafka.KafkaResource;

/** What the service needs beside broker and database: a key for rows, a folder for uploads, a key that tokens are checked with. */
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            // The tests reach the folder and the broker by these: they run in another class loader than this resource.
            String uploads = Files.createTempDirectory("essaim-uploads").toString();
            System.setProperty("essaim.test.uploads", uploads);
            System.setProperty("essaim.test.kafka", KafkaResource.sharedBootstrapServers());
            return Map.of(
                    "essaim.uploads.directory",
                    uploads,
                    "essaim.ingest.keys",
                    "test:dGVzdGluZy1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=",
                    "essaim.erasures.secret",
                    "a secret of tests that is long enough",
                    "quarkus.oidc.public-key",
                    Tokens.publicKey(),
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path uploads() {
        return Path.of(System.getProperty("essaim.test.uploads"));
    }

    static String bootstrapServers() {
        return System.getProperty("essaim.test.kafka");
    }

    @Override
    public void stop() {}
}
