package org.essaim.ingest.lists.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.essaim.ingest.lists.ListKind;
import org.essaim.ingest.lists.ListRows;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.ingest.sealing.SealedBytes;
import org.essaim.ingest.sealing.Sealer;
import org.essaim.ingest.sealing.SealingKeys;

/** Seals rows, each bound to its member, list and generation. */
final class RowSeals {

    private final SealingKeys keys;

    RowSeals(SealingKeys keys) {
        this.keys = keys;
    }

    List<SealedRow> seal(StandingLists lists) {
        UUID member = lists.member().value();
        long generation = lists.generation();
        Sealer sealer = keys.sealer();
        return ListRows.write(lists.contents()).entrySet().stream()
                .map(row -> new SealedRow(
                        member,
                        row.getKey(),
                        generation,
                        sealer.seal(row.getValue(), about(member, row.getKey(), generation))))
                .toList();
    }

    byte[] open(UUID member, ListKind list, long generation, SealedBytes sealed) {
        return keys.open(sealed, about(member, list, generation));
    }

    private static byte[] about(UUID member, ListKind list, long generation) {
        byte[] name = list.name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(24 + name.length)
                .putLong(member.getMostSignificantBits())
                .putLong(member.getLeastSignificantBits())
                .putLong(generation)
                .put(name)
                .array();
    }
}
