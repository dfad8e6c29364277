package org.essaim.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Settings of the gateway. Those of Kafka, PostgreSQL, sign-in and HTTP are the framework's own. */
@ConfigMapping(prefix = "essaim.gateway")
public interface GatewayConfig {

    /** Secret of the client {@code essaim-gateway} at Keycloak. */
    String clientSecret();

    /** Secret of the client {@code essaim-eraser}, which ends accounts and nothing else. */
    String eraserSecret();

    /** Encrypts browser sessions; at least 32 characters, the same on every replica. */
    String sessionSecret();

    /** Where follow-executor listens. */
    @WithDefault("http://127.0.0.1:8183")
    URI executorUrl();

    /** Where archive-ingest listens. */
    @WithDefault("http://127.0.0.1:8181")
    URI ingestUrl();

    /** Where people reach this Essaim; letters lead there. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** How often is looked whether there is something to tell by e-mail. */
    @WithDefault("PT5M")
    Duration lettersEvery();

    /** Where X shows a public post to everyone (oEmbed). */
    @WithDefault("https://publish.x.com/oembed")
    URI xPosts();

    /** The partners that a member can agree to: what calls name them by, and their names for people. */
    Map<String, String> partners();

    /** How many calls one member may make in a minute, at each replica. */
    @WithDefault("1200")
    long callsPerMemberAndMinute();

    /** How many calls may come from one address in a minute, at each replica; a town may share one. */
    @WithDefault("12000")
    long callsPerAddressAndMinute();

    /** Whether whole archives are taken, and not only the extract made on the person's own machine. */
    @WithDefault("false")
    boolean fullArchives();

    /** The largest extract that is taken. */
    @WithDefault("64M")
    MemorySize largestExtract();

    /** The largest whole archive that is taken; {@code quarkus.http.limits.max-body-size} bounds it too. */
    @WithDefault("2G")
    MemorySize largestArchive();
}
