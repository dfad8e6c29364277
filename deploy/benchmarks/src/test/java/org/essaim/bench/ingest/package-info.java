/** The benchmarks that are tests as well, run small. */
@NullMarked
package org.essaim.bench.ingest;

import org.jspecify.annotations.NullMarked;
