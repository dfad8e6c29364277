package org.essaim.matcher.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.BucketInput;
import org.essaim.matcher.kafka.records.RecordReader;

/** What the topics hold for a bucket: identities first, then lists; each key in its order, and that is all that counts. */
public final class InputsOf {

    private InputsOf() {}

    public static List<BucketInput> bucket(Broker broker, int bucket) {
        RecordReader reader = new RecordReader();
        List<BucketInput> inputs = new ArrayList<>();
        for (String topic : List.of(Topics.IDENTITIES.name(), Topics.FOLLOW_LISTS.name())) {
            for (ConsumerRecord<byte[], byte[]> read : broker.read(topic, bucket)) {
                try {
                    inputs.add(reader.input(read));
                } catch (UnreadableEventException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return inputs;
    }
}
