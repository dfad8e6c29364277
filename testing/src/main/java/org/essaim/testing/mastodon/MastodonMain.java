package org.essaim.testing.mastodon;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.state.Fediverse;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.ParentWatch;

/**
 * The stand-in as a process of its own: {@code MastodonMain [port...]} (2590 when none is given) runs an instance on each
 * port, all of one fediverse. Prints one JSON line when ready; ends on SIGTERM and when standard input closes.
 */
public final class MastodonMain {

    private static final int PORT = 2590;

    private MastodonMain() {}

    public static void main(String[] arguments) {
        Fediverse fediverse = new Fediverse();
        List<FakeMastodon> instances = new ArrayList<>();
        for (String port : arguments.length == 0 ? new String[] {Integer.toString(PORT)} : arguments) {
            instances.add(FakeMastodon.start(
                    Integer.parseInt(port), fediverse, Release.V4_6, Limits.STANDARD, InstantSource.system()));
        }
        System.out.println("{\"ready\":true,\"mastodon\":["
                + String.join(
                        ",",
                        instances.stream()
                                .map(instance -> "\"" + instance.uri() + "\"")
                                .toList())
                + "]}");
        ParentWatch.awaitEnd(System.in);
        instances.forEach(FakeMastodon::close);
    }
}
