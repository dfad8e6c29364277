/**
 * The gateway under a reviewing crowd. {@link org.essaim.bench.gateway.GatewayBench} starts the packaged gateway beside a real broker and a
 * real PostgreSQL ({@link org.essaim.bench.gateway.House}), has it project the matches of a {@link org.essaim.bench.town.Town}
 * ({@link org.essaim.bench.gateway.Projection}), asks for pages out of millions of rows ({@link org.essaim.bench.gateway.Pages}), and sends it
 * requests at their times, whether earlier ones were answered or not, while event streams are open ({@link org.essaim.bench.gateway.Load}).
 */
@NullMarked
package org.essaim.bench.gateway;

import org.jspecify.annotations.NullMarked;
