package org.essaim.ingest.work;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;

/** What a person may know and do about an upload until it is settled. */
public interface UploadsUnderWay {

    /** How far it is; empty when the member has no such upload. */
    Optional<Progress> progress(MemberId member, UUID archive);

    /**
     * Takes an upload back: its bytes are deleted, a reading under way ends, and its lists never stand. It is told as rejected
     * then, as gone.
     *
     * @return false when it is settled already, or no upload of this member
     */
    boolean takeBack(MemberId member, UUID archive) throws IOException;

    /** How far an upload is. */
    sealed interface Progress {

        /** Nothing was read yet, or so little that it was not worth a note. */
        record Waiting() implements Progress {}

        /**
         * It is being read.
         *
         * @param read bytes of the parts that were understood so far
         * @param total about how many there are; 0 while the bytes are only compared with their checksum
         */
        record Reading(long read, long total) implements Progress {}

        /** It became lists or was rejected; the result was told. */
        record Settled() implements Progress {}
    }
}
