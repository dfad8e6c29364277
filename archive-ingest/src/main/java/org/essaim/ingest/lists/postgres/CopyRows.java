package org.essaim.ingest.lists.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Sealed rows in the binary format of COPY. What is not finished is cancelled. */
final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final short COLUMNS = 5;
    private static final int FLUSH = 256 * 1024;

    private final CopyIn copy;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    CopyRows(CopyIn copy) throws IOException {
        this.copy = copy;
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    void add(SealedRow row) throws IOException, SQLException {
        out.writeShort(COLUMNS);
        out.writeInt(16);
        out.writeLong(row.member().getMostSignificantBits());
        out.writeLong(row.member().getLeastSignificantBits());
        field(row.list().name().getBytes(StandardCharsets.UTF_8));
        out.writeInt(Long.BYTES);
        out.writeLong(row.generation());
        field(row.sealed().keyId().getBytes(StandardCharsets.UTF_8));
        field(row.sealed().bytes());
        if (bytes.size() > FLUSH) {
            send();
        }
    }

    private void field(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private void send() throws SQLException {
        byte[] chunk = bytes.toByteArray();
        bytes.reset();
        copy.writeToCopy(chunk, 0, chunk.length);
    }

    /** Ends the rows; they are in when this returns. */
    void finish() throws IOException, SQLException {
        out.writeShort(-1);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
