package org.essaim.ingest;

import java.time.Instant;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.lists.StandingLists;

/** What is told of lists that stand. */
final class Results {

    private Results() {}

    static ArchiveIngested ingested(StandingLists lists, Instant at) {
        ArchiveContents contents = lists.contents();
        return new ArchiveIngested(
                lists.member(),
                lists.source().archive(),
                lists.generation(),
                contents.owner().xId(),
                contents.owner().handle(),
                lists.assurance(),
                lists.counts(),
                contents.problems(),
                at);
    }
}
