package org.essaim.executor.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Sends through the JDK's client what the {@link AddressGuard} lets pass. Never retries: the caller knows what a repeat does. */
public final class GuardedWeb implements Web, AutoCloseable {

    private final AddressGuard guard;
    private final WebLimits limits;
    private final HttpClient client;

    public GuardedWeb(AddressGuard guard, WebLimits limits) {
        this.guard = guard;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        WebRequest next = request;
        for (int redirects = 0; ; redirects++) {
            guard.check(next.uri());
            HttpResponse<byte[]> response = exchange(next);
            String location = response.headers().firstValue("Location").orElse(null);
            boolean redirected = response.statusCode() >= 300 && response.statusCode() < 400 && location != null;
            if (!redirected || !request.method().equals("GET") || request.carriesCredentials()) {
                return read(response, request.wantsPicture());
            }
            if (redirects == limits.redirects()) {
                throw new NoAnswerException("too many redirects", false, new IOException("redirected again"));
            }
            next = new WebRequest("GET", target(next.uri(), location), request.headers(), null);
        }
    }

    private static URI target(URI from, String location) throws NoAnswerException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new NoAnswerException("a redirect leads nowhere", false, e);
        }
    }

    private HttpResponse<byte[]> exchange(WebRequest request) throws NoAnswerException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                httpRequest(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        try {
            return answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new NoAnswerException("no whole answer in time", true, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException("stopped while waiting", true, e);
        } catch (ExecutionException e) {
            throw noAnswer(e.getCause() == null ? e : e.getCause());
        }
    }

    private static NoAnswerException noAnswer(Throwable cause) {
        boolean sent = !(cause instanceof ConnectException) && !(cause instanceof HttpConnectTimeoutException);
        return new NoAnswerException(sent ? "the connection broke" : "the host is not reachable", sent, cause);
    }

    private HttpRequest httpRequest(WebRequest request) {
        String body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(limits.whole())
                .header("User-Agent", limits.userAgent())
                .method(
                        request.method(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static WebResponse read(HttpResponse<byte[]> response, boolean picture) {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        Charset charset = picture ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new WebResponse(response.statusCode(), headers, new String(response.body(), charset));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
