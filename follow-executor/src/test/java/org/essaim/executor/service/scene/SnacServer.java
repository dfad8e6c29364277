package org.essaim.executor.service.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.ProjectRoot;
import org.essaim.testing.servers.TemporaryDirectory;

/** A real fediverse server on loopback, by plain http: snac2. */
public final class SnacServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern PASSWORD = Pattern.compile("User password is (\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path program;
    private final Path data;
    private final int port;
    private final Process process;

    private SnacServer(Path program, Path data, int port) throws IOException {
        this.program = program;
        this.data = data;
        this.port = port;
        this.process = started("httpd", data.toString());
        await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    /** The program, unpacked at the first call; empty where it cannot be had, and {@code why} then says so. */
    public static Optional<Path> program(StringBuilder why) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(ProjectRoot.cache().resolve("snac2"));
        Path script = ProjectRoot.find().resolve("follow-executor/src/test/resources/snac2.sh");
        Process install = new ProcessBuilder("bash", script.toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = install.inputReader(UTF_8).lines().toList();
        if (install.waitFor() != 0) {
            why.append(said.isEmpty() ? "snac2 cannot be installed here" : said.getLast());
            return Optional.empty();
        }
        return Optional.of(folder.resolve("snac"));
    }

    public static SnacServer start(Path program) throws IOException {
        Path data = TemporaryDirectory.create("snac").resolve("data");
        int port = FreePort.find();
        run(
                program,
                List.of("127.0.0.1", Integer.toString(port), "127.0.0.1:" + port, "", ""),
                "init",
                data.toString());
        Path settings = data.resolve("server.json");
        ObjectNode json = (ObjectNode) JSON.readTree(settings.toFile());
        json.put("protocol", "http");
        JSON.writeValue(settings.toFile(), json);
        return new SnacServer(program, data, port);
    }

    public String domain() {
        return "127.0.0.1:" + port;
    }

    public URI actor(String user) {
        return URI.create("http://" + domain() + "/" + user);
    }

    /** Adds somebody; gives their password. */
    public String addUser(String user) throws IOException {
        Matcher password = PASSWORD.matcher(run(program, List.of(""), "adduser", data.toString(), user));
        if (!password.find()) {
            throw new IllegalStateException("snac2 gave no password");
        }
        return password.group(1);
    }

    /** Somebody logs in and says yes; gives where they are sent then. */
    public URI authorize(URI page, String user, String password) {
        try {
            String form = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            List<String> fields = new ArrayList<>(List.of("login=" + encoded(user), "passwd=" + encoded(password)));
            FIELD.matcher(form).results().forEach(field -> fields.add(field.group(1) + "=" + encoded(field.group(2))));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(page.resolve("/oauth/x-snac-login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(String.join("&", fields)))
                            .build(),
                    BodyHandlers.ofString());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Whom the server says that somebody follows, or is followed by: {@code following} or {@code followers}. */
    public List<String> people(String user, String relation) {
        Path folder = data.resolve("user").resolve(user).resolve(relation);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SnacServer::person)
                    .filter(person -> !person.isEmpty())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of an actor's document; other files lie beside them. */
    private static String person(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            return json.path("type").asText().equals("Person") ? json.path("id").asText() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + domain() + "/api/v1/instance"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Process started(String... arguments) throws IOException {
        return command(program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("log").toFile())
                .start();
    }

    private static ProcessBuilder command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static String run(Path program, List<String> answers, String... arguments) throws IOException {
        Process once = command(program, arguments).redirectErrorStream(true).start();
        try (var in = once.outputWriter(UTF_8)) {
            in.write(String.join("\n", answers) + "\n");
        }
        return once.inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        TemporaryDirectory.delete(data.getParent());
    }
}
