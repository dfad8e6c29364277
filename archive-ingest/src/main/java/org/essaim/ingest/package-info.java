/**
 * Archive or extract to one member's lists, and from the lists to Kafka. In the order it flows:
 *
 * <ol>
 *   <li>{@code kafka} takes what the gateway tells ({@code archive.uploads.v1}) and lays it down as work, at once;
 *   <li>{@code work} gives one piece after another to the use cases, one at a time for each member;
 *   <li>{@link org.essaim.ingest.IngestArchive} fetches the bytes ({@code uploads}), reads them ({@code archive}), weighs
 *       them against the proven account and the lists that stand, and makes them stand ({@code lists});
 *       {@link org.essaim.ingest.ApplyProof} and {@link org.essaim.ingest.EraseLists} change or end what stands;
 *   <li>{@code lists.postgres} commits, in one transaction, the sealed rows, the records of every bucket for
 *       {@code follow.lists.v1}, the result for {@code archive.results.v1} and the end of the work;
 *   <li>{@link org.essaim.ingest.SweepUploads} deletes the bytes that nobody fetched.
 * </ol>
 */
@NullMarked
package org.essaim.ingest;

import org.jspecify.annotations.NullMarked;
