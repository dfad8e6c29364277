package org.essaim.contracts;

import java.time.Instant;

/** The member wants everything they brought to be gone: rows, uploads and, by tombstones, the records of every bucket. */
public record ListsErased(MemberId member, Instant at) implements UploadEvent {}
