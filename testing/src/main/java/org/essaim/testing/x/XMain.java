package org.essaim.testing.x;

import java.time.InstantSource;
import org.essaim.testing.web.ParentWatch;

/**
 * The stand-in as a process of its own: {@code XMain [port]} (2591 when none is given), for the app
 * {@link XClient#SANDBOX}. Prints one JSON line when ready; ends on SIGTERM and when standard input closes.
 */
public final class XMain {

    private static final int PORT = 2591;

    private XMain() {}

    public static void main(String[] arguments) {
        int port = arguments.length == 0 ? PORT : Integer.parseInt(arguments[0]);
        try (FakeX x = FakeX.start(port, XClient.SANDBOX, InstantSource.system())) {
            System.out.println("{\"ready\":true,\"x\":\"" + x.uri() + "\"}");
            ParentWatch.awaitEnd(System.in);
        }
    }
}
