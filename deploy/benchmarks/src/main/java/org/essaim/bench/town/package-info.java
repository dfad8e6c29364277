/** The people that benchmarks work with: {@link org.essaim.bench.town.Town}, drawn from a seed. */
@NullMarked
package org.essaim.bench.town;

import org.jspecify.annotations.NullMarked;
