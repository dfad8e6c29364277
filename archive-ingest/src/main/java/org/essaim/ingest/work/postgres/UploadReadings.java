package org.essaim.ingest.work.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.uploads.UploadStore;
import org.essaim.ingest.uploads.Watches;
import org.essaim.ingest.work.UploadsUnderWay;
import org.essaim.platform.jobs.Jobs;

/**
 * One row for each upload that takes longer than a moment, or was taken back; it ends with the transaction that settles the
 * upload. Small uploads never write one.
 */
@ApplicationScoped
class UploadReadings implements UploadsUnderWay, Watches {

    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

    private static final String NOTE = """
        insert into upload_reading (archive, read_bytes, total_bytes) values (?, ?, ?)
        on conflict (archive) do update set read_bytes = excluded.read_bytes, total_bytes = excluded.total_bytes
        returning taken_back
        """;

    private static final String PROGRESS = """
        select j.done_at is not null as settled, r.read_bytes, r.total_bytes
        from job j left join upload_reading r on r.archive = j.id
        where j.id = ? and j.kind = ? and j.subject = case when j.done_at is null then ? else\s
        """ + Jobs.SUBJECT_OF_DONE + " end";

    /** Locked, so that the row is not added behind the back of the transaction that settles the upload. */
    private static final String OPEN =
            "select payload from job where id = ? and kind = ? and subject = ? and done_at is null for update";

    private static final String TAKE_BACK = """
        insert into upload_reading (archive, read_bytes, total_bytes, taken_back) values (?, 0, 0, true)
        on conflict (archive) do update set taken_back = true
        """;

    private final DataSource database;
    private final UploadStore uploads;
    private final InstantSource clock;

    UploadReadings(DataSource database, UploadStore uploads, InstantSource clock) {
        this.database = database;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public ReadingWatch over(ArchiveUploaded upload) {
        return new Noting(upload.archive(), clock.instant().plus(BETWEEN_NOTES));
    }

    /** Writes a note from time to time, and learns from it whether to go on. */
    private final class Noting implements ReadingWatch {

        private final UUID archive;
        private Instant next;

        private Noting(UUID archive, Instant next) {
            this.archive = archive;
            this.next = next;
        }

        @Override
        public void saw(long read, long total) throws IOException {
            if (clock.instant().isBefore(next)) {
                return;
            }
            if (note(archive, read, total)) {
                throw new ArchiveRefusedException(
                        Reason.UPLOAD_GONE, "You took this upload back. What stood before stands.");
            }
            next = clock.instant().plus(BETWEEN_NOTES);
        }
    }

    /** Gives whether the upload was taken back. */
    private boolean note(UUID archive, long read, long total) {
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, archive);
            note.setLong(2, read);
            note.setLong(3, total);
            try (ResultSet noted = note.executeQuery()) {
                return noted.next() && noted.getBoolean("taken_back");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("progress could not be noted", e);
        }
    }

    @Override
    public Optional<Progress> progress(MemberId member, UUID archive) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            name(select, member, archive);
            select.setString(4, member.asString());
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(progress(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("progress could not be read", e);
        }
    }

    private static Progress progress(ResultSet row) throws SQLException {
        if (row.getBoolean("settled")) {
            return new Progress.Settled();
        }
        long read = row.getLong("read_bytes");
        return row.wasNull() ? new Progress.Waiting() : new Progress.Reading(read, row.getLong("total_bytes"));
    }

    @Override
    public boolean takeBack(MemberId member, UUID archive) throws IOException {
        Optional<String> reference;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                reference = takeBack(connection, member, archive);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an upload could not be taken back", e);
        }
        if (reference.isPresent()) {
            uploads.delete(reference.get());
        }
        return reference.isPresent();
    }

    /** Gives where the bytes are. */
    private static Optional<String> takeBack(Connection connection, MemberId member, UUID archive) throws SQLException {
        String payload;
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            name(open, member, archive);
            try (ResultSet found = open.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                payload = found.getString("payload");
            }
        }
        if (!(event(payload) instanceof ArchiveUploaded upload)) {
            return Optional.empty();
        }
        try (PreparedStatement mark = connection.prepareStatement(TAKE_BACK)) {
            mark.setObject(1, archive);
            mark.executeUpdate();
        }
        return Optional.of(upload.reference());
    }

    private static Object event(String payload) {
        try {
            return EventPayload.read(payload);
        } catch (UnreadableEventException e) {
            throw new IllegalStateException("work was laid down that cannot be read", e);
        }
    }

    private static void name(PreparedStatement statement, MemberId member, UUID archive) throws SQLException {
        statement.setObject(1, archive);
        statement.setString(2, UploadEventJob.KIND);
        statement.setString(3, member.asString());
    }
}
