package org.essaim.testing.pds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.essaim.testing.servers.ProjectRoot;

/**
 * The npm packages of the sandbox, installed once a lock file and kept in a cache: {@code <cache>/sandbox-<key>}, where
 * the key is a hash of the lock file and of the Node that the native module was compiled for.
 *
 * @param node the Node executable that the packages were built for
 * @param modules the folder that has {@code node_modules}
 * @param script {@code sandbox.mjs}
 */
public record SandboxInstall(Path node, Path modules, Path script) {

    /** Where the packages are kept when nothing else is said. */
    public static Path defaultCache() {
        return ProjectRoot.cache();
    }

    /** The folder {@code testing/sandbox} under a checkout's root. */
    public static Path sources(Path root) {
        return root.resolve("testing").resolve("sandbox");
    }

    /**
     * Makes the packages ready; takes a minute or two the first time (it compiles SQLite), no time afterwards. Safe when
     * several processes ask at once.
     *
     * @param sources the folder with package.json, package-lock.json and sandbox.mjs
     * @throws SandboxNotInstalled when Node or npm is missing, too old, or the installation fails; the message says what to do
     */
    public static SandboxInstall ready(Path sources, Path cache) {
        NodeRuntime node =
                NodeRuntime.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        try {
            Path installed = cache.resolve("sandbox-" + key(sources, node));
            if (!Files.isDirectory(installed)) {
                installOnce(sources, cache, installed, node);
            }
            return new SandboxInstall(node.node(), installed, sources.resolve("sandbox.mjs"));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot be installed under " + cache, e);
        }
    }

    private static void installOnce(Path sources, Path cache, Path installed, NodeRuntime node) throws IOException {
        Files.createDirectories(cache);
        Path lockFile = cache.resolve("sandbox.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(installed)) {
                Path fresh = Files.createTempDirectory(cache, "sandbox-new-");
                Files.copy(sources.resolve("package.json"), fresh.resolve("package.json"));
                Files.copy(sources.resolve("package-lock.json"), fresh.resolve("package-lock.json"));
                node.installPackages(fresh);
                move(fresh, installed);
            }
        }
    }

    private static void move(Path fresh, Path installed) throws IOException {
        try {
            Files.move(fresh, installed, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, installed);
        }
    }

    private static String key(Path sources, NodeRuntime node) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(sources.resolve("package-lock.json")));
            digest.update(Files.readAllBytes(sources.resolve("package.json")));
            byte[] hash = digest.digest();
            return "node" + node.moduleVersion() + "-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
