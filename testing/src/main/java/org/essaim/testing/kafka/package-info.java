/**
 * A real Kafka broker with its KRaft controller, in one process: {@link org.essaim.testing.kafka.KafkaServer} starts it,
 * {@link org.essaim.testing.kafka.KafkaResource} gives it to Quarkus tests, {@link org.essaim.testing.kafka.KafkaMain} runs it
 * for the launcher.
 */
@NullMarked
package org.essaim.testing.kafka;

import org.jspecify.annotations.NullMarked;
