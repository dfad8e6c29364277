package org.essaim.testing.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to start one Keycloak: for a launcher that supervises the process itself. SIGTERM stops it orderly.
 *
 * @param command one JVM, no shell in between; holds no secret
 * @param environment to be added to the process's own; holds secrets
 * @param folder to start it in
 * @param baseUrl what issuers begin with
 * @param readiness answers 200 once Keycloak serves
 */
public record KeycloakLaunch(
        List<String> command, Map<String, String> environment, Path folder, URI baseUrl, URI readiness) {

    /** About 360 MB in all: the heap, and what classes and threads take beside it. */
    private static final List<String> MEMORY = List.of(
            "-Xms32m", "-Xmx200m", "-XX:MaxMetaspaceSize=192m", "-XX:ReservedCodeCacheSize=64m", "-XX:+UseSerialGC");

    public KeycloakLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Makes the home with the realm to import, and lets Keycloak build itself when it was never started on that kind of storage
     * (half a minute).
     *
     * @throws IOException when the realm's files or the home are out of order, or the build failed
     */
    public static KeycloakLaunch prepare(KeycloakSettings settings) throws IOException, InterruptedException {
        KeycloakDistribution distribution = KeycloakDistribution.find();
        Path home = settings.home().toAbsolutePath();
        makeHome(home, distribution.configuration(), settings.realm());
        List<String> options = options(settings);
        Path runner =
                distribution.runner(settings.storage().vendor(), unbuilt -> java(home, unbuilt, List.of(), options));
        Map<String, String> environment = new HashMap<>(settings.storage().environment());
        environment.putAll(settings.environment());
        return new KeycloakLaunch(
                java(home, runner, List.of("-Dkc.config.built=true"), options),
                environment,
                home,
                address(settings),
                URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"));
    }

    private static void makeHome(Path home, Path configuration, RealmFiles realm) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("providers"));
        Files.createDirectories(home.resolve("themes"));
        List<Path> defaults;
        try (Stream<Path> files = Files.list(configuration)) {
            defaults = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : defaults) {
            Path target = conf.resolve(file.getFileName().toString());
            if (!Files.exists(target)) {
                Files.copy(file, target);
            }
        }
        realm.writeTo(imports.resolve("realm.json"));
    }

    private static List<String> options(KeycloakSettings settings) {
        return List.of(
                "start-dev",
                "--import-realm",
                "--db=" + settings.storage().vendor(),
                "--health-enabled=true",
                // For development Keycloak reads its pages' templates again for each page.
                "--spi-theme--cache-themes=true",
                "--spi-theme--cache-templates=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=" + address(settings));
    }

    private static URI address(KeycloakSettings settings) {
        return URI.create("http://" + settings.host() + ":" + settings.port());
    }

    /** What Keycloak's own start script does, without the shell that would stand between a supervisor and the server. */
    private static List<String> java(Path home, Path runner, List<String> flags, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MEMORY);
        command.addAll(flags);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory"
                        + "=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                runner.toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(options);
        return command;
    }

    /** The environment holds secrets and stays out. */
    @Override
    public String toString() {
        return "KeycloakLaunch[" + baseUrl + "]";
    }
}
