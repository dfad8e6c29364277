package org.essaim.matcher;

import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.matcher.BucketInput.IdentityGone;
import org.essaim.matcher.BucketInput.IdentityKnown;
import org.essaim.matcher.BucketInput.ListBrought;
import org.essaim.matcher.BucketInput.ListGone;

/**
 * Someone in a test, proven and findable by everyone who followed them unless said otherwise. Each {@code with} gives a new
 * person with the same member id, so a test reads as what a member says next.
 */
public record Person(
        MemberId member,
        long xId,
        long generation,
        Assurance assurance,
        Findability findability,
        List<Long> followings,
        List<Long> followers,
        List<Long> blocks,
        List<TargetAccount> targets) {

    /** A person with no lists who has come to one account on Bluesky. */
    public static Person owning(long xId) {
        return as(new MemberId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + xId)), xId);
    }

    /** The same for a member of a test's choice. */
    public static Person as(MemberId member, long xId) {
        return new Person(
                member,
                xId,
                1,
                Assurance.PROVEN,
                Findability.EVERYONE_WHO_FOLLOWED_ME,
                List.of(),
                List.of(),
                List.of(),
                List.of(account("of" + xId)));
    }

    public static TargetAccount account(String name) {
        return new TargetAccount(Network.BLUESKY, "did:plc:" + name, name + ".example.social");
    }

    public Person claiming() {
        return new Person(
                member, xId, generation, Assurance.CLAIMED, findability, followings, followers, blocks, targets);
    }

    public Person findableBy(Findability choice) {
        return new Person(member, xId, generation, assurance, choice, followings, followers, blocks, targets);
    }

    public Person following(Long... ids) {
        return new Person(member, xId, generation, assurance, findability, List.of(ids), followers, blocks, targets);
    }

    public Person followedBy(Long... ids) {
        return new Person(member, xId, generation, assurance, findability, followings, List.of(ids), blocks, targets);
    }

    public Person blocking(Long... ids) {
        return new Person(
                member, xId, generation, assurance, findability, followings, followers, List.of(ids), targets);
    }

    public Person at(TargetAccount... accounts) {
        return new Person(
                member, xId, generation, assurance, findability, followings, followers, blocks, List.of(accounts));
    }

    public Person inGeneration(long number) {
        return new Person(member, xId, number, assurance, findability, followings, followers, blocks, targets);
    }

    public FollowList list() {
        return new FollowList(generation, new XId(xId), assurance, ids(followings), ids(followers), ids(blocks), null);
    }

    public Identity identity() {
        boolean followsMatter = findability == Findability.PEOPLE_I_FOLLOW_TOO;
        return new Identity(
                member,
                new XId(xId),
                generation,
                assurance,
                findability,
                targets,
                ids(blocks),
                followsMatter ? ids(followings) : IdSet.EMPTY);
    }

    public ListBrought brings() {
        return new ListBrought(member, PackedFollowList.of(list()));
    }

    public ListGone takesListAway() {
        return new ListGone(member);
    }

    public IdentityKnown arrives() {
        return new IdentityKnown(identity());
    }

    public IdentityGone leaves() {
        return new IdentityGone(new XId(xId), member);
    }

    private static IdSet ids(List<Long> ids) {
        return IdSet.of(ids.stream().mapToLong(Long::longValue).toArray());
    }
}
