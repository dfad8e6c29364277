package org.essaim.gateway.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.ActLog;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.identities.MemberLists;

/** Gathers what every service holds about a member. */
@ApplicationScoped
public class HoldingsOf {

    private final HeldRows rows;
    private final MemberLists lists;
    private final ExecutorMemory executor;
    private final ActLog acts;
    private final InstantSource clock;

    public HoldingsOf(HeldRows rows, MemberLists lists, ExecutorMemory executor, ActLog acts, InstantSource clock) {
        this.rows = rows;
        this.lists = lists;
        this.executor = executor;
        this.acts = acts;
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
            case Answer.Done<String>(String grants) -> new Answer.Done<>(gathered(member, grants));
            case Answer.Refused<String>(int status, String slug, String title, String detail) ->
                new Answer.Refused<>(status, slug, title, detail);
            case Answer.Unreachable<String>() -> new Answer.Unreachable<>();
        };
    }

    private Holdings gathered(MemberId member, String grants) {
        Lists brought =
                new Lists(lists.followings(member), lists.followers(member), lists.blocks(member), lists.mutes(member));
        Holdings held = new Holdings(clock.instant(), rows.of(member), grants, brought);
        acts.note(member, Act.EXPORTED);
        return held;
    }

    /**
     * What is held.
     *
     * @param rows every row of this service about the member, as JSON: an array for each table
     * @param grants what follow-executor says of linked accounts, as JSON
     * @param lists what the member's archive says
     */
    public record Holdings(Instant at, String rows, String grants, Lists lists) {

        @Override
        public String toString() {
            return "Holdings";
        }
    }

    /** Numbers of X accounts: whom the member follows, who follows them, whom they block and mute; each empty when they brought no archive. */
    public record Lists(
            Optional<IdSet> followings, Optional<IdSet> followers, Optional<IdSet> blocks, Optional<IdSet> mutes) {

        @Override
        public String toString() {
            return "Lists";
        }
    }
}
