package org.essaim.ingest.archive.parts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.jspecify.annotations.Nullable;

/** Whom a person writes to: how often, and by which handle last. An account is known by its number in here. */
public final class Acquaintances {

    /** No number: there are more accounts than are noted. */
    private static final int NOBODY = -1;

    /** A mention counts once, a message twice, a reply three times: to answer someone is closer than to name them. */
    private static final int MENTION = 1;

    private static final int MESSAGE = 2;
    private static final int REPLY = 3;

    /** Beyond this many, new accounts are no longer noted: memory has a bound, and nobody knows so many people. */
    private static final int MOST = 1_000_000;

    private final IdNumbers numbers = new IdNumbers(MOST);
    private int[] weights = new int[64];
    private long[] seenAt = new long[64];
    private @Nullable String[] handles = new String[64];

    /** Notes that a post names an account, and gives its number. */
    public int mentioned(long id) {
        return note(id, MENTION);
    }

    /** Notes that a post answers an account, and gives its number. */
    public int repliedTo(long id) {
        return note(id, REPLY);
    }

    /** Notes a direct message to or from an account. */
    public void wroteWith(long id) {
        note(id, MESSAGE);
    }

    private int note(long id, int weight) {
        int number = numbers.of(id);
        if (number == NOBODY) {
            return NOBODY;
        }
        if (number >= weights.length) {
            int larger = number * 2;
            weights = Arrays.copyOf(weights, larger);
            seenAt = Arrays.copyOf(seenAt, larger);
            handles = Arrays.copyOf(handles, larger);
        }
        weights[number] += weight;
        return number;
    }

    /** Whether a handle seen at that time, in milliseconds since 1970, would be newer than the one known. */
    public boolean isNews(int number, long at) {
        return number != NOBODY && (handles[number] == null || at > seenAt[number]);
    }

    /** Notes the handle that an account had at that time; what is no handle is passed over. */
    public void saw(int number, String handle, long at) {
        if (HandleSighting.isHandle(handle)) {
            handles[number] = handle;
            seenAt[number] = at;
        }
    }

    /** The ranks of those among the followings; ties go to the older account, so that a repeat ranks the same. */
    Closeness closeness(IdSet followings) {
        Comparator<Integer> mostFirst = Comparator.comparingInt(number -> -weights[number]);
        return Closeness.of(IntStream.range(0, numbers.size())
                .filter(number -> followings.contains(numbers.id(number)))
                .boxed()
                .sorted(mostFirst.thenComparingLong(numbers::id))
                .mapToLong(numbers::id)
                .toArray());
    }

    /** The newest handle of each account of either list, by id. */
    List<HandleSighting> sightings(IdSet followings, IdSet followers) {
        List<HandleSighting> sightings = new ArrayList<>();
        for (int number = 0; number < numbers.size(); number++) {
            long id = numbers.id(number);
            String handle = handles[number];
            if (handle != null && (followings.contains(id) || followers.contains(id))) {
                sightings.add(new HandleSighting(new XId(id), handle, Instant.ofEpochMilli(seenAt[number])));
            }
        }
        sightings.sort(Comparator.comparingLong(sighting -> sighting.xId().value()));
        return sightings;
    }
}
