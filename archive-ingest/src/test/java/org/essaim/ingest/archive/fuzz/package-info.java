/**
 * What is fuzzed, guided by coverage: {@link org.essaim.ingest.archive.fuzz.FuzzingTest} runs each target in a small JVM of its own.
 * Inputs that reach new code are kept beside the tests, in {@code src/test/fuzz}.
 */
@NullMarked
package org.essaim.ingest.archive.fuzz;

import org.jspecify.annotations.NullMarked;
