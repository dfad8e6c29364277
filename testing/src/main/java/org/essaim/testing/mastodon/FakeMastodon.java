package org.essaim.testing.mastodon;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.state.Fediverse;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.LoopbackServer;

/** One instance over HTTP on 127.0.0.1, its state in memory. Instances of one {@link Fediverse} know each other. */
public final class FakeMastodon implements AutoCloseable {

    private final LoopbackServer server;
    private final Instance instance;
    private final MastodonControl control;

    private FakeMastodon(LoopbackServer server, Instance instance) {
        this.server = server;
        this.instance = instance;
        this.control = new MastodonControl(server.baseUri());
    }

    /** A current instance by itself, on any free port, by the machine's clock and Mastodon's own limits. */
    public static FakeMastodon start() {
        return start(0, new Fediverse(), Release.V4_6, Limits.STANDARD, InstantSource.system());
    }

    /**
     * Starts an instance.
     *
     * @param port 0 for any free one
     * @param clock that windows of limits are measured with
     */
    public static FakeMastodon start(
            int port, Fediverse fediverse, Release release, Limits limits, InstantSource clock) {
        // The address is part of every answer and known only once the port is.
        CompletableFuture<MastodonApi> api = new CompletableFuture<>();
        LoopbackServer server = LoopbackServer.start(port, request -> api.join().answer(request));
        Instance instance = new Instance(fediverse, server.baseUri(), clock);
        fediverse.inTurn(() -> {
            fediverse.join(instance);
            return api.complete(new MastodonApi(instance, release, limits, clock));
        });
        return new FakeMastodon(server, instance);
    }

    public URI uri() {
        return server.baseUri();
    }

    /** What stands after the @ of its accounts: host and port. */
    public String domain() {
        return instance.domain();
    }

    public MastodonControl control() {
        return control;
    }

    @Override
    public void close() {
        instance.fediverse().inTurn(() -> {
            instance.fediverse().leave(instance);
            return instance;
        });
        control.close();
        server.close();
    }
}
