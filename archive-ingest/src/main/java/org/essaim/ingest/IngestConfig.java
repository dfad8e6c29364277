package org.essaim.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.essaim.ingest.archive.ReadLimits;

/** The settings of archive-ingest. */
@ConfigMapping(prefix = "essaim.ingest")
public interface IngestConfig {

    /** {@code keyId:base64-of-32-bytes[,older:...]}: the first seals rows, every one opens them. */
    String keys();

    Uploads uploads();

    Limits limits();

    /** How uploads are taken in, and how long their bytes may live. */
    interface Uploads {

        /** How many are under way at once in one replica; small ones share a commit. */
        @WithDefault("128")
        int atOnce();

        /** How many are read at once in one replica: by default one for each processor. */
        OptionalInt readers();

        /** An upload that was not read after this long is deleted. */
        @WithDefault("24h")
        Duration longestWait();

        /** How often the directory is gone over. */
        @WithDefault("5m")
        Duration sweepEvery();
    }

    /** How much an upload may ask for before it is refused. */
    interface Limits {

        /** How many entries a ZIP may name. */
        @WithDefault("4000000")
        long entries();

        /** How much the parts that are read may inflate to, together. */
        @WithDefault("8G")
        MemorySize inflated();

        /** How many times its packed size a part may inflate to. */
        @WithDefault("250")
        int ratio();

        /** How many accounts a person can be following. */
        @WithDefault("1000000")
        int followings();

        /** How many accounts any other list may name. */
        @WithDefault("5000000")
        int idsPerList();

        /** How large an extract may be. */
        @WithDefault("256M")
        MemorySize extract();

        default ReadLimits toReadLimits() {
            return new ReadLimits(
                    entries(),
                    inflated().asLongValue(),
                    ratio(),
                    followings(),
                    idsPerList(),
                    extract().asLongValue());
        }
    }
}
