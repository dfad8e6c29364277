package org.essaim.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.MemberLists.OwnedIds;
import org.junit.jupiter.api.Test;

/** What every {@link MemberLists} must do. */
public interface MemberListsContract {

    MemberLists lists();

    /** Lays down work about the member that has not been ended. */
    UUID openWork(MemberId member);

    private static MemberId someone() {
        return new MemberId(UUID.randomUUID());
    }

    private void stand(StandingLists next) {
        lists().stand(openWork(next.member()), next, ListsFixture.ingested(next));
    }

    @Test
    default void nothingShouldStandAtFirst() {
        MemberId member = someone();

        assertThat(lists().standing(member)).isEqualTo(Standing.NOTHING);
        assertThat(lists().read(member)).isEmpty();
        assertThat(lists().read(member, MemberLists.Kind.BLOCKS)).isEmpty();
    }

    @Test
    default void generationShouldBeReadAsItWasMadeToStand() {
        StandingLists first = ListsFixture.lists(someone(), 1, 5, 6);

        stand(first);

        assertThat(lists().read(first.member())).contains(first);
        assertThat(lists().standing(first.member()))
                .isEqualTo(new Standing(
                        1, Optional.of(first.source()), first.contents().generatedAt()));
        assertThat(lists().read(first.member(), MemberLists.Kind.FOLLOWINGS))
                .contains(new OwnedIds(1, 1000, IdSet.of(5, 6)));
        assertThat(lists().read(first.member(), MemberLists.Kind.FOLLOWERS))
                .contains(new OwnedIds(1, 1000, first.contents().followers()));
        assertThat(lists().read(first.member(), MemberLists.Kind.MUTES))
                .contains(new OwnedIds(1, 1000, first.contents().mutes()));
    }

    @Test
    default void nextGenerationShouldReplaceTheFirst() {
        MemberId member = someone();
        stand(ListsFixture.lists(member, 1, 5, 6));
        StandingLists second = ListsFixture.lists(member, 2, 6, 7);

        stand(second);

        assertThat(lists().read(member)).contains(second);
    }

    @Test
    default void generationShouldNotBeSkippedOrRepeated() {
        MemberId member = someone();
        stand(ListsFixture.lists(member, 1, 5));

        assertThatThrownBy(() -> stand(ListsFixture.lists(member, 1, 6))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stand(ListsFixture.lists(member, 3, 6))).isInstanceOf(IllegalStateException.class);
        assertThat(lists().read(member)).contains(ListsFixture.lists(member, 1, 5));
    }

    @Test
    default void workEndedBeforeShouldChangeNothing() {
        MemberId member = someone();
        StandingLists first = ListsFixture.lists(member, 1, 5);
        UUID work = openWork(member);
        lists().leave(work);

        assertThatThrownBy(() -> lists().stand(work, first, ListsFixture.ingested(first)))
                .isInstanceOf(RuntimeException.class);
        assertThat(lists().read(member)).isEmpty();
        assertThat(lists().standing(member)).isEqualTo(Standing.NOTHING);
    }

    @Test
    default void withdrawnListsShouldBeGoneAndTheCountGoOn() {
        MemberId member = someone();
        stand(ListsFixture.lists(member, 1, 5));

        lists().withdraw(openWork(member), ListsFixture.rejected(member));

        assertThat(lists().read(member)).isEmpty();
        assertThat(lists().standing(member)).isEqualTo(new Standing(1, Optional.empty(), null));
        stand(ListsFixture.lists(member, 2, 6));
        assertThat(lists().read(member)).contains(ListsFixture.lists(member, 2, 6));
    }

    @Test
    default void erasedMemberShouldBeForgotten() {
        MemberId member = someone();
        stand(ListsFixture.lists(member, 1, 5));

        lists().erase(openWork(member), member);

        assertThat(lists().read(member)).isEmpty();
        assertThat(lists().standing(member)).isEqualTo(Standing.NOTHING);
    }

    @Test
    default void refusedUploadShouldLeaveWhatStands() {
        MemberId member = someone();
        stand(ListsFixture.lists(member, 1, 5));

        lists().reject(openWork(member), ListsFixture.rejected(member));

        assertThat(lists().read(member)).contains(ListsFixture.lists(member, 1, 5));
    }
}
