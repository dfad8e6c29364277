package org.essaim.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.junit.jupiter.api.Test;

class FreshListsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;

    private static StandingLists lists(MemberId member, long generation) {
        return ListsFixture.lists(member, generation);
    }

    private static ListVersion version(StandingLists lists) {
        return ListVersion.of(lists);
    }

    @Test
    void listsShouldBeTakenOnceByTheirVersion() {
        FreshLists fresh = new FreshLists(1_000, clock);
        StandingLists lists = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(lists);

        assertThat(fresh.take(version(lists)))
                .hasValueSatisfying(
                        taken -> assertThat(ListRecords.of(taken, 64)).isEqualTo(ListRecords.of(lists, 64)));
        assertThat(fresh.take(version(lists))).isEmpty();
    }

    @Test
    void listsShouldNotBeTakenWhenAnotherVersionStands() {
        FreshLists fresh = new FreshLists(1_000, clock);
        StandingLists lists = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(lists);

        assertThat(fresh.take(new ListVersion(lists.member(), UUID.randomUUID(), 1)))
                .isEmpty();
        assertThat(fresh.take(new ListVersion(lists.member(), lists.source().archive(), 2)))
                .isEmpty();
    }

    @Test
    void oldestShouldGoWhenThereAreTooMany() {
        FreshLists fresh = new FreshLists(6, clock);
        StandingLists first = lists(new MemberId(UUID.randomUUID()), 1);
        StandingLists second = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(first);
        fresh.put(second);

        assertThat(fresh.take(version(first))).isEmpty();
        assertThat(fresh.take(version(second))).isPresent();
    }

    @Test
    void listsShouldGoWhenNobodyTookThemForAMinute() {
        FreshLists fresh = new FreshLists(1_000, clock);
        StandingLists first = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(first);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(61)));
        fresh.letGo();

        assertThat(fresh.take(version(first))).isEmpty();
    }

    @Test
    void nothingOfAMemberShouldBeKeptWhenTheMemberIsForgotten() {
        FreshLists fresh = new FreshLists(1_000, clock);
        StandingLists lists = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(lists);
        fresh.forget(lists.member());

        assertThat(fresh.take(version(lists))).isEmpty();
    }

    @Test
    void whatIsNotPublishedShouldNotBeKept() {
        FreshLists fresh = new FreshLists(1_000, clock);
        StandingLists lists = lists(new MemberId(UUID.randomUUID()), 1);
        fresh.put(lists);

        assertThat(fresh.take(version(lists))).hasValueSatisfying(taken -> {
            assertThat(taken.contents().mutes()).isEqualTo(IdSet.EMPTY);
            assertThat(taken.contents().sightings()).isEmpty();
        });
    }
}
