/** The Kafka clients of the loops and the settings they are made with. */
@NullMarked
package org.essaim.matcher.kafka.clients;

import org.jspecify.annotations.NullMarked;
