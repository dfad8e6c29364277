package org.essaim.bench.execute;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** A directory and a server of accounts that exist nowhere else; whom it did not make up, the real directory is asked about. */
final class MadeUpTargets implements AutoCloseable {

    private static final String PREFIX = "did:plc:bench";
    private static final String DIGITS = "abcdefghijklmnop";
    private static final int LENGTH = 19;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI directory;
    private final LoopbackServer home = LoopbackServer.start(0, MadeUpTargets::status);
    private final LoopbackServer server;

    MadeUpTargets(URI directory) {
        this.directory = directory;
        this.server = LoopbackServer.start(0, this::document);
    }

    static String did(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number, i = 0; i < LENGTH; i++, rest >>= 4) {
            name.append(DIGITS.charAt(rest & 15));
        }
        return PREFIX + name;
    }

    /** Accounts to follow, from a number on. */
    static List<TargetAccount> wanted(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new TargetAccount(Network.BLUESKY, did(i), "t" + i + ".example"))
                .toList();
    }

    /** The directory. */
    URI uri() {
        return server.baseUri();
    }

    private static WebResponse status(WebRequest request) {
        String did = request.query().one("did").orElse("");
        return WebResponse.json(200, "{\"did\":\"" + did + "\",\"active\":true,\"rev\":\"3mbench\"}");
    }

    private WebResponse document(WebRequest request) {
        String did = request.path().substring(1);
        return did.startsWith(PREFIX)
                ? WebResponse.json(200, """
                        {"id":"%s","alsoKnownAs":[],"service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer",\
                        "serviceEndpoint":"%s"}]}""".formatted(did, home.baseUri()))
                : asked(request.path());
    }

    private WebResponse asked(String path) {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(directory.resolve(path)).build(), BodyHandlers.ofString());
            return WebResponse.json(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        home.close();
    }
}
