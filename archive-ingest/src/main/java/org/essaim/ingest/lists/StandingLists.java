package org.essaim.ingest.lists;

import org.essaim.contracts.ArchiveIngested.Counts;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.archive.ArchiveContents;

/**
 * One generation of one member's lists.
 *
 * @param source where they came from
 * @param assurance whether X itself named the owner to be this member
 */
public record StandingLists(
        MemberId member, long generation, ArchiveSource source, Assurance assurance, ArchiveContents contents) {

    /** The same lists as the member's next generation. */
    public StandingLists again(long generation, Assurance assurance) {
        return new StandingLists(member, generation, source, assurance, contents);
    }

    public Counts counts() {
        return new Counts(
                contents.followings().size(),
                contents.followers().size(),
                contents.blocks().size(),
                contents.mutes().size());
    }
}
