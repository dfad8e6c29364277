package org.essaim.matcher.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.matcher.kafka.clients.KafkaClients;
import org.jboss.logging.Logger;

/**
 * The three topics whose partitions are the buckets. The matcher makes none of them: their owners do, and it waits. Another
 * number of partitions than the contract's would join the wrong buckets without a word, so that is refused.
 */
final class RequiredTopics {

    private static final Logger LOG = Logger.getLogger(RequiredTopics.class);
    private static final List<Topic> BY_BUCKET = List.of(Topics.FOLLOW_LISTS, Topics.IDENTITIES, Topics.MATCHES);

    private RequiredTopics() {}

    /**
     * Waits until all three are there, or the stop is asked for.
     *
     * @throws IllegalStateException when one has another number of partitions than its contract says
     */
    static void await(KafkaClients clients, StopSignal stop) throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            boolean told = false;
            while (!stop.given() && !allThere(admin)) {
                if (!told) {
                    LOG.warn("waiting for the broker to have the topics of lists, identities and matches");
                    told = true;
                }
                stop.awaitSecond();
            }
        }
    }

    private static boolean allThere(Admin admin) throws InterruptedException, ExecutionException {
        List<String> names = BY_BUCKET.stream().map(Topic::name).toList();
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get();
            for (Topic topic : BY_BUCKET) {
                int partitions = found.get(topic.name()).partitions().size();
                if (partitions != topic.partitions()) {
                    throw new IllegalStateException("topic " + topic.name() + " has " + partitions
                            + " partitions, its contract says " + topic.partitions());
                }
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw e;
        }
    }
}
