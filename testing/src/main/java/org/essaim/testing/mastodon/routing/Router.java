package org.essaim.testing.mastodon.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** The endpoints by method and path. The first that fits is taken, so {@code lookup} must be declared before {@code :id}. */
public final class Router {

    private final List<Route> routes = new ArrayList<>();

    /** An endpoint, with whom it lets in and what it does. */
    public record Route(String method, Pattern path, Access access, Function<Call, WebResponse> action) {}

    /** A route with the variable parts of the path that led to it. */
    public record Found(Route route, List<String> variables) {}

    /**
     * Declares an endpoint.
     *
     * @param path with {@code :name} for a part that varies
     */
    public Router on(String method, String path, Access access, Function<Call, WebResponse> action) {
        Pattern pattern = Pattern.compile(path.replaceAll(":[a-z]+", "([^/]+)") + "/?");
        routes.add(new Route(method, pattern, access, action));
        return this;
    }

    public Optional<Found> find(WebRequest request) {
        return routes.stream()
                .filter(route -> route.method().equals(request.method()))
                .flatMap(route -> matched(route, request.path()).stream())
                .findFirst();
    }

    private static Optional<Found> matched(Route route, String path) {
        Matcher matcher = route.path().matcher(path);
        return matcher.matches()
                ? Optional.of(new Found(
                        route,
                        IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(matcher::group)
                                .toList()))
                : Optional.empty();
    }
}
