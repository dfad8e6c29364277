package org.essaim.bench.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.essaim.bench.Waiting;

/** Calls the gateway as members. */
final class Caller implements AutoCloseable {

    private final House house;
    private final Crowd crowd;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(House house, Crowd crowd) {
        this.house = house;
        this.crowd = crowd;
    }

    /** A request of a member, to be finished by whoever sends it. */
    HttpRequest.Builder request(int member, String path) {
        return HttpRequest.newBuilder(house.base().resolve(path))
                .header("Authorization", "Bearer " + crowd.token(member));
    }

    HttpResponse<String> get(int member, String path) throws IOException {
        return send(request(member, path).build());
    }

    HttpResponse<String> post(int member, String path, String json) throws IOException {
        return send(request(member, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
