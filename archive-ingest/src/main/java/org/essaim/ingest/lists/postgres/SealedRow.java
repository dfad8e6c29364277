package org.essaim.ingest.lists.postgres;

import java.util.UUID;
import org.essaim.ingest.lists.ListKind;
import org.essaim.ingest.sealing.SealedBytes;

/** One list of one generation, sealed. */
record SealedRow(UUID member, ListKind list, long generation, SealedBytes sealed) {}
