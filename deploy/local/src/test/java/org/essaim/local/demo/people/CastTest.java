package org.essaim.local.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;

class CastTest {

    private final Cast cast = Cast.standard();

    @Test
    void castShouldBeTheSameAtEveryCall() {
        assertThat(Cast.standard()).isEqualTo(cast);
    }

    @Test
    void everyoneShouldHaveANameOfTheirOwn() {
        assertThat(cast.people()).extracting(Person::name).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheRivalShouldNameSomeoneElsesAccount() {
        Person rival = cast.the(Role.RIVAL);

        assertThat(cast.people())
                .filteredOn(person -> person.xId().equals(rival.xId()))
                .extracting(Person::role)
                .containsExactlyInAnyOrder(Role.HONEST, Role.RIVAL);
        assertThat(cast.people().stream().map(Person::xId).distinct())
                .hasSize(cast.people().size() - 1);
    }

    @Test
    void mainPersonShouldFollowEveryoneElseAndStrangers() {
        assertThat(cast.followedByMain())
                .contains(
                        cast.the(Role.NEWCOMER).xId(),
                        cast.the(Role.BLOCKED_BY_MAIN).xId(),
                        cast.victim())
                .doesNotContain(cast.the(Role.MAIN).xId())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(Cast.HONEST + 200);
    }

    @Test
    void idsShouldBeOfBothKindsThatXGave() {
        assertThat(cast.followedByMain())
                .extracting(XId::value)
                .anyMatch(id -> id < 5_000_000_000L)
                .anyMatch(id -> id > 1L << 53);
    }
}
