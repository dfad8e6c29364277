package org.essaim.executor.following;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * What sending answered. Whatever was not tried was surely not sent; nor was, unless the network is unwell, what has no
     * answer because something stopped the work.
     *
     * @param tried ids of the targets for which a request was made
     */
    public static Answers<Sent> ofSending(
            Map<String, Sent> answered, List<Entry> all, Set<String> tried, @Nullable Halt halt) {
        boolean doubtful = halt == null || halt instanceof Halt.Unwell;
        Map<String, Sent> known = new HashMap<>(answered);
        all.stream()
                .map(Entry::targetId)
                .filter(target -> !doubtful || !tried.contains(target))
                .forEach(target -> known.putIfAbsent(target, new Sent.NotSent()));
        return new Answers<>(known, halt);
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "Answers[" + byTarget.size() + "]";
    }
}
