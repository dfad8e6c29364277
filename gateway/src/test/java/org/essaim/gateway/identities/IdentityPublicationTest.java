package org.essaim.gateway.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityPublicationTest {

    private static final MemberId MEMBER = MemberId.of("0192f0c1-2b1f-7000-8000-000000000001");
    private static final TargetAccount TARGET = new TargetAccount(Network.BLUESKY, "did:plc:one", "one.test");
    private static final IdSet BLOCKS = IdSet.of(1, 2);
    private static final IdSet FOLLOWINGS = IdSet.of(3);

    private final MemoryIdentities identities = new MemoryIdentities();

    @Test
    void listsShouldNotBeReadWhenNobodyMayFindTheMember() {
        identities.facts = facts(Assurance.PROVEN, Findability.NOBODY, 1);

        new IdentityPublication(identities, new AbsentLists()).publish(MEMBER, UUID.randomUUID());

        assertThat(identities.told).containsExactly(new Told(IdSet.EMPTY, IdSet.EMPTY));
    }

    @Test
    void listsShouldNotBeReadWhenTheAccountIsOnlyClaimed() {
        identities.facts = facts(Assurance.CLAIMED, Findability.EVERYONE_WHO_FOLLOWED_ME, 1);

        new IdentityPublication(identities, new AbsentLists()).publish(MEMBER, UUID.randomUUID());

        assertThat(identities.told).containsExactly(new Told(IdSet.EMPTY, IdSet.EMPTY));
    }

    @Test
    void nothingShouldBeToldWhenBlocksCannotBeRead() {
        identities.facts = facts(Assurance.PROVEN, Findability.EVERYONE_WHO_FOLLOWED_ME, 1);

        assertThatThrownBy(
                        () -> new IdentityPublication(identities, new AbsentLists()).publish(MEMBER, UUID.randomUUID()))
                .isInstanceOf(ListsUnreachableException.class);
        assertThat(identities.told).isEmpty();
    }

    @Test
    void nothingShouldBeToldWhenListsThatStandAreNotThere() {
        identities.facts = facts(Assurance.PROVEN, Findability.EVERYONE_WHO_FOLLOWED_ME, 1);

        assertThatThrownBy(() ->
                        new IdentityPublication(identities, new Lists(null, null)).publish(MEMBER, UUID.randomUUID()))
                .isInstanceOf(ListsUnreachableException.class);
        assertThat(identities.told).isEmpty();
    }

    @Test
    void memberWithoutArchiveShouldBeFindableWithoutBlocks() {
        identities.facts = facts(Assurance.PROVEN, Findability.EVERYONE_WHO_FOLLOWED_ME, 0);

        new IdentityPublication(identities, new Lists(null, null)).publish(MEMBER, UUID.randomUUID());

        assertThat(identities.told).containsExactly(new Told(IdSet.EMPTY, IdSet.EMPTY));
    }

    @Test
    void followingsShouldBeToldOnlyWhenTheChoiceNeedsThem() {
        IdentityPublication publication = new IdentityPublication(identities, new Lists(BLOCKS, FOLLOWINGS));

        identities.facts = facts(Assurance.PROVEN, Findability.EVERYONE_WHO_FOLLOWED_ME, 1);
        publication.publish(MEMBER, UUID.randomUUID());
        identities.facts = facts(Assurance.PROVEN, Findability.PEOPLE_I_FOLLOW_TOO, 1);
        publication.publish(MEMBER, UUID.randomUUID());

        assertThat(identities.told).containsExactly(new Told(BLOCKS, IdSet.EMPTY), new Told(BLOCKS, FOLLOWINGS));
    }

    @Test
    void factsShouldBeReadAgainWhenTheyChangeMeanwhile() {
        identities.facts = facts(Assurance.PROVEN, Findability.EVERYONE_WHO_FOLLOWED_ME, 1);
        identities.changedTo = facts(Assurance.PROVEN, Findability.NOBODY, 1);

        new IdentityPublication(identities, new Lists(BLOCKS, FOLLOWINGS)).publish(MEMBER, UUID.randomUUID());

        assertThat(identities.told).containsExactly(new Told(IdSet.EMPTY, IdSet.EMPTY));
    }

    private static IdentityFacts facts(Assurance assurance, Findability findability, long generation) {
        return new IdentityFacts(new XId(7), assurance, findability, List.of(TARGET), generation);
    }

    private record Told(IdSet blocks, IdSet follows) {}

    private record Lists(@Nullable IdSet blocked, @Nullable IdSet followed) implements MemberLists {

        @Override
        public Optional<IdSet> blocks(MemberId member) {
            return Optional.ofNullable(blocked);
        }

        @Override
        public Optional<IdSet> followings(MemberId member) {
            return Optional.ofNullable(followed);
        }

        @Override
        public Optional<IdSet> followers(MemberId member) {
            throw new AssertionError("an identity says nothing of followers");
        }

        @Override
        public Optional<IdSet> mutes(MemberId member) {
            throw new AssertionError("an identity says nothing of mutes");
        }
    }

    private static final class AbsentLists implements MemberLists {

        @Override
        public Optional<IdSet> blocks(MemberId member) {
            throw new ListsUnreachableException("away", null);
        }

        @Override
        public Optional<IdSet> followings(MemberId member) {
            throw new ListsUnreachableException("away", null);
        }

        @Override
        public Optional<IdSet> followers(MemberId member) {
            throw new ListsUnreachableException("away", null);
        }

        @Override
        public Optional<IdSet> mutes(MemberId member) {
            throw new ListsUnreachableException("away", null);
        }
    }

    private static final class MemoryIdentities implements Identities {

        private final List<Told> told = new ArrayList<>();
        private IdentityFacts facts = new IdentityFacts(null, null, null, List.of(), 0);
        private @Nullable IdentityFacts changedTo;

        @Override
        public IdentityFacts factsOf(MemberId member) {
            return facts;
        }

        @Override
        public boolean settle(MemberId member, IdentityFacts read, IdSet blocks, IdSet follows, UUID job) {
            if (changedTo != null) {
                facts = changedTo;
                changedTo = null;
            }
            if (!facts.equals(read)) {
                return false;
            }
            told.add(new Told(blocks, follows));
            return true;
        }
    }
}
