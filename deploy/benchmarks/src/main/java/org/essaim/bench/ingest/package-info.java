/**
 * How fast archive-ingest reads, and how fast it takes in a campaign.
 *
 * <p>{@link org.essaim.bench.ingest.IngestBench} runs, in order: {@link org.essaim.bench.ingest.ReadingBench}, one large archive
 * beside {@code jq} and beside inflating alone; {@link org.essaim.bench.ingest.SparseBench}, twenty gigabytes in a small heap;
 * {@link org.essaim.bench.ingest.CampaignBench}, thousands of uploads from HTTP body to rows and records, on the real service;
 * {@link org.essaim.bench.ingest.KillsBench}, the service killed between upload and result.
 */
@NullMarked
package org.essaim.bench.ingest;

import org.jspecify.annotations.NullMarked;
