package org.essaim.ingest.archive.parts;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.jspecify.annotations.Nullable;

/** Whom a person's posts speak to: how often, and by which handle last. */
public final class Acquaintances {

    /** A mention counts once, a reply three times: to answer someone is closer than to name them. */
    private static final int MENTION = 1;

    private static final int REPLY = 3;

    /** Beyond this many, new accounts are no longer noted: memory has a bound, and nobody knows so many people. */
    private static final int MOST = 1_000_000;

    private final Map<Long, Seen> seen = new HashMap<>();

    /** Notes that a post names an account. */
    public void mentioned(long id, @Nullable String handle, @Nullable Instant at) {
        note(id, MENTION, handle, at);
    }

    /** Notes that a post answers an account. */
    public void repliedTo(long id, @Nullable String handle, @Nullable Instant at) {
        note(id, REPLY, handle, at);
    }

    private void note(long id, int weight, @Nullable String handle, @Nullable Instant at) {
        Seen one = seen.get(id);
        if (one == null) {
            if (seen.size() == MOST) {
                return;
            }
            one = new Seen();
            seen.put(id, one);
        }
        one.weight += weight;
        if (handle != null && isHandle(handle) && at != null && (one.at == null || at.isAfter(one.at))) {
            one.handle = handle;
            one.at = at;
        }
    }

    private static boolean isHandle(String text) {
        return !text.isEmpty() && text.length() <= HandleSighting.LONGEST_HANDLE;
    }

    /** The ranks of those among the followings; ties go to the older account, so that a repeat ranks the same. */
    Closeness closeness(IdSet followings) {
        Comparator<Map.Entry<Long, Seen>> mostFirst = Comparator.comparingInt(entry -> -entry.getValue().weight);
        return Closeness.of(seen.entrySet().stream()
                .filter(entry -> followings.contains(entry.getKey()))
                .sorted(mostFirst.thenComparing(Map.Entry.comparingByKey()))
                .mapToLong(Map.Entry::getKey)
                .toArray());
    }

    /** The newest handle of each account of either list, by id. */
    List<HandleSighting> sightings(IdSet followings, IdSet followers) {
        return seen.entrySet().stream()
                .filter(entry -> followings.contains(entry.getKey()) || followers.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().sighting(entry.getKey()).stream())
                .toList();
    }

    private static final class Seen {
        private int weight;
        private @Nullable String handle;
        private @Nullable Instant at;

        private Optional<HandleSighting> sighting(long id) {
            return handle == null || at == null
                    ? Optional.empty()
                    : Optional.of(new HandleSighting(new XId(id), handle, at));
        }
    }
}
