package org.essaim.ingest.lists;

import java.util.OptionalInt;

/** The topics that lists could be published to. */
public interface ProjectionTopics {

    /** How many partitions a topic has; empty when there is no such topic. */
    OptionalInt partitions(String topic);
}
