package org.essaim.gateway.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.identities.MemberLists;

/** Gathers what every service holds about a member. */
@ApplicationScoped
public class HoldingsOf {

    private final HeldRows rows;
    private final MemberLists lists;
    private final ExecutorMemory executor;
    private final InstantSource clock;

    public HoldingsOf(HeldRows rows, MemberLists lists, ExecutorMemory executor, InstantSource clock) {
        this.rows = rows;
        this.lists = lists;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Everything, or the executor's refusal.
     *
     * @throws org.essaim.gateway.identities.ListsUnreachableException when archive-ingest does not give the lists
     */
    public Answer<Holdings> of(Word word) {
        MemberId member = word.member();
        return switch (executor.grants(word)) {
            case Answer.Done<String>(String grants) ->
                new Answer.Done<>(new Holdings(
                        clock.instant(), rows.of(member), grants, lists.followings(member), lists.blocks(member)));
            case Answer.Refused<String>(int status, String slug, String title, String detail) ->
                new Answer.Refused<>(status, slug, title, detail);
            case Answer.Unreachable<String>() -> new Answer.Unreachable<>();
        };
    }

    /**
     * What is held.
     *
     * @param rows every row of this service about the member, as JSON: an array for each table
     * @param grants what follow-executor says of linked accounts, as JSON
     * @param followings numbers of the X accounts that the member's archive says they follow; empty when they brought none
     * @param blocks the same of those they block
     */
    public record Holdings(Instant at, String rows, String grants, Optional<IdSet> followings, Optional<IdSet> blocks) {

        @Override
        public String toString() {
            return "Holdings";
        }
    }
}
