package org.essaim.ingest.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.ListName;
import org.jspecify.annotations.Nullable;

/** The plain bytes of each row, before they are sealed. */
public final class ListRows {

    private static final byte FORMAT = 1;

    private ListRows() {}

    /** One row for each kind. */
    public static Map<ListKind, byte[]> write(ArchiveContents contents) {
        Map<ListKind, byte[]> rows = new EnumMap<>(ListKind.class);
        rows.put(ListKind.FOLLOWINGS, contents.followings().pack());
        rows.put(ListKind.FOLLOWERS, contents.followers().pack());
        rows.put(ListKind.BLOCKS, contents.blocks().pack());
        rows.put(ListKind.MUTES, contents.mutes().pack());
        rows.put(ListKind.CLOSENESS, closeness(contents.closeness()));
        rows.put(ListKind.SIGHTINGS, written(out -> sightings(out, contents.sightings())));
        rows.put(ListKind.ORIGIN, written(out -> origin(out, contents)));
        return rows;
    }

    /** Reads what {@link #write} gave; refuses rows that are missing or of an unknown format. */
    public static ArchiveContents read(Map<ListKind, byte[]> rows, @Nullable Instant generatedAt) {
        DataInputStream origin = new DataInputStream(new ByteArrayInputStream(row(rows, ListKind.ORIGIN)));
        try {
            ClaimedOwner owner = owner(origin);
            List<String> problems = texts(origin);
            return new ArchiveContents(
                    owner,
                    generatedAt,
                    ids(rows, ListKind.FOLLOWINGS),
                    ids(rows, ListKind.FOLLOWERS),
                    ids(rows, ListKind.BLOCKS),
                    ids(rows, ListKind.MUTES),
                    closeness(row(rows, ListKind.CLOSENESS)),
                    sightings(row(rows, ListKind.SIGHTINGS)),
                    incomplete(origin),
                    problems);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of lists ends early", e);
        }
    }

    /** The owner alone. */
    public static ClaimedOwner readOwner(byte[] origin) {
        try {
            return owner(new DataInputStream(new ByteArrayInputStream(origin)));
        } catch (IOException e) {
            throw new UncheckedIOException("a row of lists ends early", e);
        }
    }

    private static byte[] row(Map<ListKind, byte[]> rows, ListKind kind) {
        byte[] row = rows.get(kind);
        if (row == null) {
            throw new IllegalStateException("a generation lacks its row " + kind);
        }
        return row;
    }

    private static IdSet ids(Map<ListKind, byte[]> rows, ListKind kind) {
        return IdSet.unpack(row(rows, kind));
    }

    private static byte[] closeness(Closeness closeness) {
        long[] ids = closeness.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(ids.length * Long.BYTES);
        bytes.asLongBuffer().put(ids);
        return bytes.array();
    }

    private static Closeness closeness(byte[] row) {
        LongBuffer longs = ByteBuffer.wrap(row).asLongBuffer();
        long[] ids = new long[longs.remaining()];
        longs.get(ids);
        return Closeness.of(ids);
    }

    private static void sightings(DataOutputStream out, List<HandleSighting> sightings) throws IOException {
        out.writeInt(sightings.size());
        for (HandleSighting sighting : sightings) {
            out.writeLong(sighting.xId().value());
            out.writeLong(sighting.seenAt().toEpochMilli());
            out.writeUTF(sighting.handle());
        }
    }

    private static List<HandleSighting> sightings(byte[] row) throws IOException {
        DataInputStream in = opened(row);
        int count = in.readInt();
        List<HandleSighting> sightings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            XId xId = new XId(in.readLong());
            Instant seenAt = Instant.ofEpochMilli(in.readLong());
            sightings.add(new HandleSighting(xId, in.readUTF(), seenAt));
        }
        return sightings;
    }

    private static void origin(DataOutputStream out, ArchiveContents contents) throws IOException {
        out.writeLong(contents.owner().xId().value());
        text(out, contents.owner().handle());
        text(out, contents.owner().name());
        out.writeInt(contents.problems().size());
        for (String problem : contents.problems()) {
            out.writeUTF(problem);
        }
        out.writeInt(contents.incomplete().size());
        for (ListName list : contents.incomplete().stream().sorted().toList()) {
            out.writeUTF(list.name());
        }
    }

    /** Rows that were written before lists could be incomplete end here. */
    private static Set<ListName> incomplete(DataInputStream origin) throws IOException {
        return origin.available() == 0
                ? Set.of()
                : texts(origin).stream().map(ListName::valueOf).collect(Collectors.toSet());
    }

    private static ClaimedOwner owner(DataInputStream in) throws IOException {
        requireFormat(in);
        return new ClaimedOwner(new XId(in.readLong()), text(in), text(in));
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static DataInputStream opened(byte[] row) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(row));
        requireFormat(in);
        return in;
    }

    private static void requireFormat(DataInputStream in) throws IOException {
        byte format = in.readByte();
        if (format != FORMAT) {
            throw new IllegalStateException("a row of lists has format " + format);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(FORMAT);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of lists cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
