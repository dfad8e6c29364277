package org.essaim.platform.erasures;

import java.util.function.Consumer;
import org.essaim.contracts.ErasureNoted;

/** The journal as it is kept, of every service. */
public interface JournalReader {

    /**
     * Hands on every entry that can be read, from the oldest to the one that is the last when this begins. Whoever wrote an entry is not
     * checked here.
     *
     * @throws RuntimeException when the journal is out of reach; some entries may have been handed on by then
     */
    void read(Consumer<ErasureNoted> entries);
}
