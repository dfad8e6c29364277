package org.essaim.ingest.work;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.XAccountProven;

/** The id of the work that an event asks for: the same for the same event, however often it is told. */
public final class WorkIds {

    private WorkIds() {}

    public static UUID of(UploadEvent event) {
        return switch (event) {
            case ArchiveUploaded upload -> upload.archive();
            case XAccountProven proof -> named("proof|" + proof.member() + "|" + proof.provenXId() + "|" + proof.at());
            case ListsErased erasure -> named("erasure|" + erasure.member() + "|" + erasure.at());
        };
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
