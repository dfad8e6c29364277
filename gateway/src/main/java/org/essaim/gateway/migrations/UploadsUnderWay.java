package org.essaim.gateway.migrations;

import java.util.UUID;
import org.essaim.contracts.MemberId;

/** What archive-ingest says of an upload that it has not settled. */
public interface UploadsUnderWay {

    /** How far it is. */
    Reading of(MemberId member, UUID archive);

    /** Takes it back: its bytes are deleted, and no list stands for it. */
    TakenBack takeBack(MemberId member, UUID archive);

    /** How far an upload is. */
    sealed interface Reading {

        /** In bytes; both 0 while it waits. */
        record UnderWay(Stage stage, long read, long total) implements Reading {}

        /** It is settled: the result is told, or will be in a moment. */
        record Settled() implements Reading {}

        /** archive-ingest does not know it yet. */
        record NotThere() implements Reading {}

        /** archive-ingest does not answer. */
        record Unreachable() implements Reading {}
    }

    /** What an upload under way does. */
    enum Stage {
        WAITING,
        READING
    }

    /** What became of the wish to take an upload back. */
    sealed interface TakenBack {

        /** It will be told as gone. */
        record Done() implements TakenBack {}

        /** Too late: its lists stand, or it was rejected. */
        record TooLate() implements TakenBack {}

        /** archive-ingest does not know it yet; ask again. */
        record NotThere() implements TakenBack {}

        /** archive-ingest does not answer; nothing is known to have happened. */
        record Unreachable() implements TakenBack {}
    }
}
