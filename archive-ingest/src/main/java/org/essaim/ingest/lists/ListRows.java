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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** One row for each kind; none for a list that is empty. The origin says which there are, so that a lost row is missed. */
    public static Map<ListKind, byte[]> write(ArchiveContents contents) {
        Map<ListKind, byte[]> rows = new EnumMap<>(ListKind.class);
        for (ListName list : ListName.values()) {
            if (contents.size(list) > 0) {
                rows.put(ListKind.valueOf(list.name()), row(contents, list));
            }
        }
        Set<ListKind> lists = EnumSet.noneOf(ListKind.class);
        lists.addAll(rows.keySet());
        rows.put(ListKind.ORIGIN, written(out -> origin(out, contents, lists)));
        return rows;
    }

    private static byte[] row(ArchiveContents contents, ListName list) {
        return switch (list) {
            case FOLLOWINGS -> contents.followings().pack();
            case FOLLOWERS -> contents.followers().pack();
            case BLOCKS -> contents.blocks().pack();
            case MUTES -> contents.mutes().pack();
            case CLOSENESS -> closeness(contents.closeness());
            case SIGHTINGS -> written(out -> sightings(out, contents.sightings()));
        };
    }

    /** Reads what {@link #write} gave; refuses rows that are missing or of an unknown format. */
    public static ArchiveContents read(Map<ListKind, byte[]> rows, @Nullable Instant generatedAt) {
        Origin origin = origin(rows);
        Optional<byte[]> sightings = row(rows, origin, ListKind.SIGHTINGS);
        try {
            return new ArchiveContents(
                    origin.owner(),
                    generatedAt,
                    ids(rows, origin, ListKind.FOLLOWINGS),
                    ids(rows, origin, ListKind.FOLLOWERS),
                    ids(rows, origin, ListKind.BLOCKS),
                    ids(rows, origin, ListKind.MUTES),
                    row(rows, origin, ListKind.CLOSENESS)
                            .map(ListRows::closeness)
                            .orElse(Closeness.NONE),
                    sightings.isEmpty() ? List.of() : sightings(sightings.get()),
                    origin.incomplete(),
                    origin.problems());
        } catch (IOException e) {
            throw new UncheckedIOException("a row of lists ends early", e);
        }
    }

    /** One list of ids, from its row and the origin. */
    public static IdSet readIds(Map<ListKind, byte[]> rows, ListKind list) {
        return ids(rows, origin(rows), list);
    }

    /** The owner, from the origin alone. */
    public static ClaimedOwner readOwner(Map<ListKind, byte[]> rows) {
        return origin(rows).owner();
    }

    /** What the origin's row says. */
    private record Origin(ClaimedOwner owner, List<String> problems, Set<ListName> incomplete, Set<ListKind> lists) {}

    private static Origin origin(Map<ListKind, byte[]> rows) {
        byte[] row = rows.get(ListKind.ORIGIN);
        if (row == null) {
            throw new IllegalStateException("a generation lacks its origin");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(row));
        try {
            ClaimedOwner owner = owner(in);
            List<String> problems = texts(in);
            // Rows that were written before lists could be incomplete, or without a row, end here.
            boolean ends = in.available() == 0;
            return new Origin(
                    owner,
                    problems,
                    ends ? Set.of() : texts(in).stream().map(ListName::valueOf).collect(Collectors.toSet()),
                    ends
                            ? EnumSet.complementOf(EnumSet.of(ListKind.ORIGIN))
                            : texts(in).stream().map(ListKind::valueOf).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("a row of lists ends early", e);
        }
    }

    /** The row of a list; empty for a list that is. */
    private static Optional<byte[]> row(Map<ListKind, byte[]> rows, Origin origin, ListKind list) {
        Optional<byte[]> row = Optional.ofNullable(rows.get(list));
        if (row.isPresent() != origin.lists().contains(list)) {
            throw new IllegalStateException("a generation lacks its row " + list);
        }
        return row;
    }

    private static IdSet ids(Map<ListKind, byte[]> rows, Origin origin, ListKind list) {
        return row(rows, origin, list).map(IdSet::unpack).orElse(IdSet.EMPTY);
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

    private static void origin(DataOutputStream out, ArchiveContents contents, Set<ListKind> lists) throws IOException {
        out.writeLong(contents.owner().xId().value());
        text(out, contents.owner().handle());
        text(out, contents.owner().name());
        texts(out, contents.problems());
        texts(out, contents.incomplete().stream().sorted().map(ListName::name).toList());
        texts(out, lists.stream().map(ListKind::name).toList());
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
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
