package org.essaim.contracts;

import java.util.List;

/**
 * Who a member is on X and where they can be followed: the value of {@code identities.v1}, whole for its key (X id and
 * member, so that rival claims never overwrite each other). Gone: a tombstone.
 *
 * @param generation grows with every change; readers ignore an older one
 * @param targets the accounts that may be followed in the member's place, at most one a network
 * @param blocks the X ids that the member's archive blocks: no match with them in either direction
 * @param follows the X ids that the member follows on X; filled only when {@code findability} asks for it
 */
public record Identity(
        MemberId member,
        XId xId,
        long generation,
        Assurance assurance,
        Findability findability,
        List<TargetAccount> targets,
        IdSet blocks,
        IdSet follows) {

    public Identity {
        targets = List.copyOf(targets);
    }

    /** The key of the topic: {@code XID:MEMBER}. */
    public String key() {
        return key(xId, member);
    }

    /** The key of the topic: {@code XID:MEMBER}. */
    public static String key(XId xId, MemberId member) {
        return xId.asString() + ":" + member.asString();
    }

    @Override
    public String toString() {
        return "Identity[member=" + member + ", generation=" + generation + ", " + assurance + ", " + findability + "]";
    }
}
