/** What records say: the inputs of the matcher, what was published before, and the trace that they carry. */
@NullMarked
package org.essaim.matcher.kafka.records;

import org.jspecify.annotations.NullMarked;
