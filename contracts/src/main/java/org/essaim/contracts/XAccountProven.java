package org.essaim.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is proven of the member's X account has changed: lists of that owner become a new generation of that assurance,
 * lists of another owner are withdrawn.
 *
 * @param provenXId the account that X itself named, or null when the proof is gone
 */
public record XAccountProven(MemberId member, @Nullable XId provenXId, Instant at) implements UploadEvent {}
