package org.essaim.testing.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.essaim.testing.servers.ProjectRoot;
import org.essaim.testing.servers.TemporaryDirectory;

/**
 * The server that the build fetched from Maven Central and unpacked under {@code .essaim/cache/keycloak}.
 *
 * <p>Keycloak builds itself for the chosen database before it serves (half a minute), and changes its own {@code lib} by that. So
 * each vendor gets a {@code lib} of hard links with a {@code lib/quarkus} of its own, built once and used by every later start.
 */
final class KeycloakDistribution {

    /** Exit code by which Keycloak says that it has built itself and wants to be started again. */
    private static final int BUILT = 10;

    private final Path unpacked;
    private final Path builds;

    private KeycloakDistribution(Path unpacked, Path builds) {
        this.unpacked = unpacked;
        this.builds = builds;
    }

    /** The distribution of this checkout. */
    static KeycloakDistribution find() {
        Path cache = ProjectRoot.cache().resolve("keycloak");
        Path unpacked = cache.resolve("keycloak-" + version());
        if (!Files.exists(unpacked.resolve("lib/quarkus-run.jar"))) {
            throw new IllegalStateException(
                    "Keycloak is not unpacked at " + unpacked + ": build the module testing first");
        }
        return new KeycloakDistribution(unpacked, cache);
    }

    /** The version that the build names. */
    static String version() {
        try (InputStream file = KeycloakDistribution.class.getResourceAsStream("keycloak.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("the version of Keycloak is not on the class path", e);
        }
    }

    /** Configuration files that every home starts with. */
    Path configuration() {
        return unpacked.resolve("conf");
    }

    /** The jar that starts Keycloak, built for {@code command}'s vendor; built now when no earlier start did. */
    Path runner(String vendor, BuildCommand command) throws IOException, InterruptedException {
        Path build = builds.resolve(unpacked.getFileName() + "-" + vendor);
        Path runner = build.resolve("lib/quarkus-run.jar");
        Files.createDirectories(builds);
        try (FileChannel file = FileChannel.open(
                        builds.resolve(vendor + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (lock.isValid() && !Files.exists(build)) {
                Path unfinished = builds.resolve(unpacked.getFileName() + "-" + vendor + ".unfinished");
                TemporaryDirectory.delete(unfinished);
                link(unpacked.resolve("lib"), unfinished.resolve("lib"));
                // Keycloak looks for this folder beside its lib, wherever its home is, and refuses to be built without.
                Files.createDirectories(unfinished.resolve("providers"));
                run(command.forRunner(unfinished.resolve("lib/quarkus-run.jar")), unfinished);
                Files.move(unfinished, build);
            }
        }
        return runner;
    }

    /** The command line that makes Keycloak build itself. */
    interface BuildCommand {
        List<String> forRunner(Path runner);
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(from)) {
            sources = walk.toList();
        }
        for (Path source : sources) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else if (source.getParent().endsWith("quarkus")) {
                Files.copy(source, target);
            } else {
                Files.createLink(target, source);
            }
        }
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("build.log");
        Process build = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = build.waitFor();
        if (exit != BUILT) {
            throw new IOException("Keycloak did not build itself, exit code " + exit + ": see " + log);
        }
    }
}
