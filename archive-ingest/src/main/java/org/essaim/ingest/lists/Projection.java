package org.essaim.ingest.lists;

/**
 * Where lists are published: a topic, and how many buckets, which are its partitions.
 *
 * @param topic its name, {@code follow.lists.v1} or the one that will follow it
 */
public record Projection(String topic, int buckets) {

    public Projection {
        if (buckets < 1 || buckets > Short.MAX_VALUE) {
            throw new IllegalArgumentException("lists are published in 1 to " + Short.MAX_VALUE + " buckets");
        }
    }
}
