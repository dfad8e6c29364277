package org.essaim.ingest.archive;

import java.util.Arrays;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.IdSet;

/** Gathers the ids of one list as they are read; 8 bytes an id. */
public final class IdCollector {

    private final String list;
    private final int most;
    private long[] ids = new long[1024];
    private int size;

    /**
     * @param list what the list is called towards the person
     * @param most how many ids it may name
     */
    public IdCollector(String list, int most) {
        this.list = list;
        this.most = most;
    }

    /** Adds an id; refuses the archive when the list is longer than lists are. */
    public void add(long id) throws ArchiveRefusedException {
        if (size == most) {
            throw new ArchiveRefusedException(
                    Reason.TOO_MANY_IDS,
                    "The list of " + list + " names more than " + most + " accounts, which is more than is accepted.");
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.min(most, size * 2));
        }
        ids[size++] = id;
    }

    /** How many were added, duplicates included. */
    public int added() {
        return size;
    }

    public IdSet toSet() {
        return IdSet.of(Arrays.copyOf(ids, size));
    }

    /** Reads decimal digits; -1 when the text is no X id. Quick: it is called for every line of every list. */
    public static long parse(char[] text, int offset, int length) {
        if (length == 0 || length > 19) {
            return -1;
        }
        long id = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            id = id * 10 + digit;
        }
        // 19 digits overflow into the negative at most once, so the sign tells.
        return id > 0 ? id : -1;
    }
}
