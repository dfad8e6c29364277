package org.essaim.local.demo.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.XId;
import org.essaim.testing.archives.ArchiveContent;
import org.essaim.testing.archives.ArchiveOwner;
import org.essaim.testing.archives.ArchiveShape;
import org.essaim.testing.archives.Extract;
import org.essaim.testing.archives.Generation;
import org.essaim.testing.archives.XArchive;

/** The archives that people of the demo bring. */
public final class Archives {

    /** When X made all of them: long enough ago to be of the past for every run. */
    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");

    private final Cast cast;

    public Archives(Cast cast) {
        this.cast = cast;
    }

    /** The main person's, whole, as X gave it; the same bytes at every call. */
    public byte[] ofMain() throws IOException {
        Person main = cast.the(Role.MAIN);
        ArchiveContent content = ArchiveContent.of(owner(main.xId(), main.name()))
                .withFollowings(cast.followedByMain())
                .withFollowers(cast.followersOfMain())
                .withBlocks(cast.the(Role.BLOCKED_BY_MAIN).xId().value());
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        XArchive.write(content, ArchiveShape.of(Generation.MANIFEST_TWEETS).generatedAt(MADE), zip);
        return zip.toByteArray();
    }

    /**
     * The extract of somebody's, who follows one stranger.
     *
     * @param owner whom it names as its owner: anyone can write another's number there
     */
    public JsonNode extract(XId owner, String handle, List<XId> blocks) {
        ArchiveContent content = ArchiveContent.of(owner(owner, handle))
                .withFollowings(List.of(cast.victim()))
                .withBlocks(blocks.stream().mapToLong(XId::value).toArray());
        return Extract.of(content, MADE);
    }

    private static ArchiveOwner owner(XId xId, String handle) {
        return ArchiveOwner.of(xId.value(), handle, handle);
    }
}
