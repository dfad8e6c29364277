/** The matcher's engine on one core, without Kafka, measured by JMH beside what no join can be faster than. */
@NullMarked
package org.essaim.bench.match.engine;

import org.jspecify.annotations.NullMarked;
