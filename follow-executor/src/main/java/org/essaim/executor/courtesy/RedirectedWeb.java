package org.essaim.executor.courtesy;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Goes where a server points to, if only something public was asked for; each step is as free, or as forbidden, as the first. */
public final class RedirectedWeb implements Web {

    private final Web web;
    private final int most;

    /** {@code most}: how many redirects are followed. */
    public RedirectedWeb(Web web, int most) {
        this.web = web;
        this.most = most;
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        WebRequest next = request;
        for (int redirects = 0; ; redirects++) {
            WebResponse response = web.send(next);
            Optional<String> location = locationOf(response);
            if (location.isEmpty() || !request.isLook()) {
                return response;
            }
            if (redirects == most) {
                throw new NoAnswerException("too many redirects", false, new IOException("redirected again"));
            }
            next = new WebRequest("GET", target(next.uri(), location.get()), request.headers(), null);
        }
    }

    private static Optional<String> locationOf(WebResponse response) {
        return response.status() >= 300 && response.status() < 400 ? response.header("Location") : Optional.empty();
    }

    private static URI target(URI from, String location) throws NoAnswerException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new NoAnswerException("a redirect leads nowhere", false, e);
        }
    }
}
