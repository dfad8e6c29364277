package org.essaim.ingest.lists.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One list of one generation, sealed. */
@Entity(name = "SealedList")
@Table(name = "member_list")
@IdClass(ListRow.Key.class)
class ListRow {

    @Id
    @Nullable
    UUID member;

    @Id
    String list = "";

    @Id
    long generation;

    @Column(name = "key_id", nullable = false)
    String keyId = "";

    @Column(nullable = false)
    byte[] sealed = new byte[0];

    /** What names a row. */
    record Key(UUID member, String list, long generation) implements Serializable {}
}
