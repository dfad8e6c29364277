package org.essaim.testing.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Population PEOPLE = new Population(42, 20_000);

    @Test
    void populationShouldBeTheSameForASeed() {
        assertThat(new Population(42, 20_000).archive(17)).isEqualTo(PEOPLE.archive(17));
        assertThat(new Population(43, 20_000).archive(17)).isNotEqualTo(PEOPLE.archive(17));
    }

    @Test
    void idsShouldBeDistinctAndOldOrSnowflakes() {
        List<XId> ids =
                IntStream.range(0, PEOPLE.accounts()).mapToObj(PEOPLE::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        long old = ids.stream().filter(id -> id.value() < 5_000_000_000L).count();
        assertThat(old).isBetween(8_500L, 9_500L);
        assertThat(ids.stream().filter(id -> id.value() >= 5_000_000_000L))
                .allMatch(id -> id.value() > 690_000_000_000_000_000L);
    }

    @Test
    void popularAccountsShouldBeFollowedByManyMore() {
        List<List<Integer>> lists =
                IntStream.range(1_000, 1_200).mapToObj(PEOPLE::followings).toList();
        long first = lists.stream().filter(list -> list.contains(0)).count();
        long late = lists.stream().filter(list -> list.contains(15_000)).count();
        assertThat(first).isGreaterThan(100);
        assertThat(late).isLessThan(20);
    }

    @Test
    void listsShouldNeverHoldTheirOwnerOrAnyoneTwice() {
        for (int person = 0; person < 50; person++) {
            assertThat(PEOPLE.followings(person)).doesNotContain(person).doesNotHaveDuplicates();
            assertThat(PEOPLE.followers(person)).doesNotContain(person).doesNotHaveDuplicates();
        }
    }

    @Test
    void extractShouldHoldTheSameListsAsTheArchive() {
        ArchiveContent content = PEOPLE.archive(3);
        JsonNode extract = Extract.of(content, Instant.EPOCH);
        assertThat(extract.get("followings")).hasSameSizeAs(content.followings());
        assertThat(extract.get("followings").get(0).asText())
                .isEqualTo(content.followings().getFirst().asString());
        assertThat(extract.get("sightings"))
                .hasSameSizeAs(
                        GoldenCounts.of(content, Generation.MANIFEST).handles().keySet());
    }

    @Test
    void populationShouldRefuseToBeTiny() {
        assertThatThrownBy(() -> new Population(1, 99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
    }
}
