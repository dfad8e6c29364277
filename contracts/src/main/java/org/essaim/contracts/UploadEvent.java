package org.essaim.contracts;

/** What the gateway tells archive-ingest about one member, in order: the values of {@code archive.uploads.v1}. */
public sealed interface UploadEvent permits ArchiveUploaded, XAccountProven, ListsErased {

    MemberId member();
}
