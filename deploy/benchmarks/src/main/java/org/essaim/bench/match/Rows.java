package org.essaim.bench.match;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.essaim.bench.town.Town;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.json.EventJson;

/**
 * A town as rows of PostgreSQL's binary COPY, in chunks.
 *
 * @param follows one row for each stored id
 */
record Rows(List<byte[]> follows, List<byte[]> blocks, List<byte[]> identities) {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    static Rows of(Town town) {
        Chunks follows = new Chunks();
        Chunks blocks = new Chunks();
        Chunks identities = new Chunks();
        for (int member = 0; member < town.members(); member++) {
            int[] ranks = town.closeness(member);
            long[] followings = town.followings(member);
            for (int position = 0; position < followings.length; position++) {
                follows.row(3).number(followings[position]).number(member).number(ranks[position]);
            }
            for (long follower : town.followers(member)) {
                follows.row(3).number(follower).number(member).number(-1);
            }
            for (long blocked : town.blocks(member)) {
                blocks.row(2).number(blocked).number(member);
            }
            identity(identities, member, town.identity(member, 1));
        }
        return new Rows(follows.end(), blocks.end(), identities.end());
    }

    private static void identity(Chunks out, int member, Identity identity) {
        int findability = switch (identity.findability()) {
            case NOBODY -> 0;
            case PEOPLE_I_FOLLOW_TOO -> 1;
            case EVERYONE_WHO_FOLLOWED_ME -> 2;
        };
        out.row(5)
                .number(member)
                .number(identity.xId().value())
                .bool(identity.assurance() == Assurance.PROVEN)
                .number(findability)
                .text(EventJson.write(identity.targets()));
    }

    /** Grows by chunks of some megabytes. */
    private static final class Chunks {

        private static final int SIZE = 8 * 1024 * 1024;
        private static final int LONGEST_FIELD = 4096;

        private final List<byte[]> full = new ArrayList<>();
        private ByteBuffer chunk = ByteBuffer.allocate(SIZE).put(HEADER);

        Chunks row(int fields) {
            if (chunk.remaining() < 2 * LONGEST_FIELD) {
                full.add(Arrays.copyOf(chunk.array(), chunk.position()));
                chunk.clear();
            }
            chunk.putShort((short) fields);
            return this;
        }

        Chunks number(int value) {
            chunk.putInt(Integer.BYTES).putInt(value);
            return this;
        }

        Chunks number(long value) {
            chunk.putInt(Long.BYTES).putLong(value);
            return this;
        }

        Chunks bool(boolean value) {
            chunk.putInt(1).put((byte) (value ? 1 : 0));
            return this;
        }

        Chunks text(byte[] value) {
            chunk.putInt(value.length).put(value);
            return this;
        }

        List<byte[]> end() {
            chunk.putShort((short) -1);
            full.add(Arrays.copyOf(chunk.array(), chunk.position()));
            return List.copyOf(full);
        }
    }
}
