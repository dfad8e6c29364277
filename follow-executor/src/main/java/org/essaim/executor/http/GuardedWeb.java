package org.essaim.executor.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** Sends through the JDK's client what the {@link AddressGuard} lets pass. Never follows a redirect, never retries: the caller knows what either does. */
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
        guard.check(request.uri());
        return read(exchange(request), request.wantsPicture());
    }

    private HttpResponse<byte[]> exchange(WebRequest request) throws NoAnswerException {
        Duration patience = request.isLook() ? limits.look() : limits.whole();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                httpRequest(request, patience), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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

    private HttpRequest httpRequest(WebRequest request, Duration patience) {
        String body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(patience)
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
