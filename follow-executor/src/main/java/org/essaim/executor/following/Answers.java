package org.essaim.executor.following;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.essaim.executor.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a network said about some entries.
 *
 * @param byTarget by target id; an entry that is missing was not answered
 * @param halt why the rest was not answered, or null when the network is well
 */
public record Answers<T>(Map<String, T> byTarget, @Nullable Halt halt) {

    public Answers {
        byTarget = Map.copyOf(byTarget);
    }

    /**
     * What sending answered before something stopped it. Unless the network is unwell, what was not answered was surely not
     * sent.
     */
    public static Answers<Sent> stopped(Map<String, Sent> answered, List<Entry> all, Halt halt) {
        Map<String, Sent> known = new HashMap<>(answered);
        if (!(halt instanceof Halt.Unwell)) {
            all.forEach(entry -> known.putIfAbsent(entry.targetId(), new Sent.NotSent()));
        }
        return new Answers<>(known, halt);
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "Answers[" + byTarget.size() + "]";
    }
}
