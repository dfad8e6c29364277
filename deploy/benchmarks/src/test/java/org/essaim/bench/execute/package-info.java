/** A few of the benchmark's kills, for every complete test run. */
@NullMarked
package org.essaim.bench.execute;

import org.jspecify.annotations.NullMarked;
