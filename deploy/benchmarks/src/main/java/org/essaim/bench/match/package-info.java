/**
 * How fast the matcher is, beside PostgreSQL doing the same work in the same run. {@link org.essaim.bench.match.MatchBench} draws a
 * {@link org.essaim.bench.town.Town}, has it matched by the packaged service through a real broker
 * ({@link org.essaim.bench.match.MatcherRun}: both are processes of their own), and by a real PostgreSQL
 * ({@link org.essaim.bench.match.PostgresRun}). The engine alone is measured in {@code engine}.
 */
@NullMarked
package org.essaim.bench.match;

import org.jspecify.annotations.NullMarked;
