package org.essaim.testing.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that tests and launcher run in: where the build keeps what it fetched once. */
public final class ProjectRoot {

    /** System property that names the root; the build and the launcher set it. */
    public static final String PROPERTY = "essaim.root";

    private ProjectRoot() {}

    /**
     * The root by its property, else the nearest folder above the working directory that has the Maven wrapper.
     *
     * @throws IllegalStateException when neither is there
     */
    public static Path find() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no Essaim checkout here; name it with -D" + PROPERTY);
        }
        return folder;
    }

    /** Where fetched and unpacked servers are kept. */
    public static Path cache() {
        return find().resolve(".essaim").resolve("cache");
    }
}
