/**
 * Benchmarks, one package for each. A benchmark prints a table and, as its last line, one JSON object with its figures; every
 * figure that depends on the machine stands beside a baseline of the same run.
 */
@NullMarked
package org.essaim.bench;

import org.jspecify.annotations.NullMarked;
