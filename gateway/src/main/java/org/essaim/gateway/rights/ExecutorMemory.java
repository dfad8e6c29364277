package org.essaim.gateway.rights;

import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;

/** What follow-executor keeps of a member. */
public interface ExecutorMemory {

    /** Ends every link, there and on the networks, and forgets what was followed. A repeat is harmless. */
    Answer<Forgotten> forget(Word word);

    /** The grants and what is under way, as JSON. */
    Answer<String> grants(Word word);

    /** It is forgotten. */
    record Forgotten() {}
}
