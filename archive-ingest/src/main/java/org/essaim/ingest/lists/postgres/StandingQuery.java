package org.essaim.ingest.lists.postgres;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.ArchiveSource;
import org.essaim.ingest.lists.Standing;

/** Where members stand, asked for all who wait in one query. */
@ApplicationScoped
class StandingQuery {

    private static final int MOST = 256;

    private static final String STANDING =
            "select member, generation, archive, sha256, generated_at from member_standing where member = any(?)";

    private final DataSource database;
    private final Together<MemberId, Standing> together;

    StandingQuery(DataSource database) {
        this.database = database;
        this.together = new Together<>("standing", 1, MOST, this::standing);
    }

    Standing of(MemberId member) {
        return together.ask(member);
    }

    private List<Standing> standing(List<MemberId> members) throws SQLException {
        Map<MemberId, Standing> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", members.stream().map(MemberId::value).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(new MemberId(rows.getObject("member", UUID.class)), standing(rows));
                }
            }
        }
        return members.stream()
                .map(member -> found.getOrDefault(member, Standing.NOTHING))
                .toList();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        UUID archive = row.getObject("archive", UUID.class);
        OffsetDateTime generatedAt = row.getObject("generated_at", OffsetDateTime.class);
        return new Standing(
                row.getLong("generation"),
                archive == null ? Optional.empty() : Optional.of(new ArchiveSource(archive, row.getString("sha256"))),
                generatedAt == null ? null : generatedAt.toInstant());
    }

    @PreDestroy
    void stop() {
        together.close();
    }
}
