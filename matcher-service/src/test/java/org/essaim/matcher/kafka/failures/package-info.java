/**
 * Instances and brokers are killed under load: three Kafka nodes ({@link org.essaim.matcher.kafka.failures.Cluster}) and the
 * instances of the matcher ({@link org.essaim.matcher.kafka.failures.Instances}) are processes, so that a kill is one.
 */
@NullMarked
package org.essaim.matcher.kafka.failures;

import org.jspecify.annotations.NullMarked;
