package org.essaim.bench.gateway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.essaim.bench.town.Town;

/** Members who have signed in before and begun a move; the town's first, then as many as were wanted. */
final class Crowd {

    private static final String MEMBER = "insert into member (id, created_at) values (?, now())";
    private static final String LOGIN =
            "insert into login (issuer, subject, member, first_seen_at) values (?, ?, ?, now())";
    private static final String MIGRATION = "insert into migration (id, member, created_at) values (?, ?, now())";

    private final House house;
    private final Map<Integer, String> tokens = new HashMap<>();

    Crowd(House house) {
        this.house = house;
    }

    void join(int members) throws SQLException {
        try (Connection database = house.database();
                PreparedStatement member = database.prepareStatement(MEMBER);
                PreparedStatement login = database.prepareStatement(LOGIN);
                PreparedStatement migration = database.prepareStatement(MIGRATION)) {
            database.setAutoCommit(false);
            for (int i = 0; i < members; i++) {
                UUID id = Town.memberId(i).value();
                member.setObject(1, id);
                member.addBatch();
                login.setString(1, house.issuer().url());
                login.setString(2, subject(i));
                login.setObject(3, id);
                login.addBatch();
                migration.setObject(1, migration(i));
                migration.setObject(2, id);
                migration.addBatch();
            }
            member.executeBatch();
            login.executeBatch();
            migration.executeBatch();
            database.commit();
        }
    }

    private static String subject(int member) {
        return "bee-" + member;
    }

    /** The move of a member. */
    static UUID migration(int member) {
        return new UUID(0x0190_0000_0000_7001L + ((long) member << 16), 0x8000_0000_0000_0000L + member);
    }

    /** The path of a member's move, with what follows it. */
    static String path(int member, String rest) {
        return "/api/v1/migrations/" + migration(member) + rest;
    }

    /** Signed once for each member. */
    synchronized String token(int member) {
        return tokens.computeIfAbsent(member, any -> house.issuer().token(subject(any)));
    }
}
