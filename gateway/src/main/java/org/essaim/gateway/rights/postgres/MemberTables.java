package org.essaim.gateway.rights.postgres;

import java.util.List;

/** Every table with rows about a member, in the order in which they can go: what refers to others first. */
public final class MemberTables {

    /** All with a column {@code member}. */
    public static final List<String> ALL = List.of(
            "idempotency_key",
            "follow",
            "follow_run",
            "upload",
            "migration",
            "standing_match",
            "match_bucket",
            "member_change",
            "decision",
            "link",
            "identity",
            "consent",
            "notice",
            "letter",
            "correspondence",
            "dispute",
            "x_set_aside",
            "lists",
            "x_code",
            "x_handle",
            "x_account",
            "login");

    private MemberTables() {}
}
