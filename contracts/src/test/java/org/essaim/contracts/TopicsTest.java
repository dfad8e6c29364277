package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    private static final String DAY = "86400000";
    private static final String DAY_AND_A_HALF = "129600000";
    private static final String THIRTY_FIVE_DAYS = "3024000000";
    private static final String SIX_HOURS = "21600000";

    /** Names, keys and partitions as the design has them: dear to change. */
    @ParameterizedTest
    @CsvSource({
        "0, archive.uploads.v1, member, 8, false",
        "1, archive.results.v1, member, 8, false",
        "2, follow.lists.v1, member + bucket, 32, true",
        "3, identities.v1, X id + member, 32, true",
        "4, matches.v1, member + bucket, 32, true",
        "5, grants.v1, member + target account, 8, true",
        "6, follow.plans.v1, acting account, 8, false",
        "7, follow.results.v1, member, 8, false"
    })
    void topicShouldNeverChange(int place, String name, String key, int partitions, boolean compacted) {
        Topic topic = Topics.flow().get(place);

        assertThat(topic.name()).isEqualTo(name);
        assertThat(topic.key()).isEqualTo(key);
        assertThat(topic.partitions()).isEqualTo(partitions);
        assertThat(topic.compacted()).isEqualTo(compacted);
    }

    @Test
    void everyTopicOfTheFlowShouldHaveDeadLetters() {
        assertThat(Topics.flow()).hasSize(8);
        assertThat(Topics.all()).hasSize(17).containsAll(Topics.flow()).contains(Topics.ERASURES);
        assertThat(Topics.flow()).allSatisfy(topic -> {
            assertThat(Topics.all()).contains(topic.deadLetters());
            assertThat(topic.deadLetters().name()).isEqualTo(topic.name() + ".dlq");
            assertThat(topic.deadLetters().key()).isEqualTo(topic.key());
            assertThat(topic.deadLetters().config()).containsEntry("retention.ms", DAY_AND_A_HALF);
        });
    }

    /** The oldest record of a segment is as much older than the youngest as a segment stays open. */
    @Test
    void eventTopicShouldForgetInsideTheBoundOfErasure() {
        assertThat(Topics.FOLLOW_PLANS.config())
                .isEqualTo(Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        DAY_AND_A_HALF,
                        "segment.ms",
                        SIX_HOURS,
                        "max.message.bytes",
                        "4194304"));
    }

    /** Segments close within a day and are compacted within another: erasure reaches the topic within 48 hours. */
    @ParameterizedTest
    @MethodSource("stateTopics")
    void stateTopicShouldForgetErasedKeysInsideTheBoundOfErasure(Topic topic) {
        assertThat(topic.config())
                .isEqualTo(Map.of(
                        "cleanup.policy",
                        "compact",
                        "segment.ms",
                        DAY,
                        "max.compaction.lag.ms",
                        DAY,
                        "delete.retention.ms",
                        DAY,
                        "max.message.bytes",
                        "4194304"));
    }

    /** Backups are kept for 30 days: an entry must still be there when the last of them is restored. */
    @Test
    void journalOfErasuresShouldOutliveEveryBackup() {
        assertThat(Topics.ERASURES.name()).isEqualTo("erasures.v1");
        assertThat(Topics.ERASURES.key()).isEqualTo("service");
        assertThat(Topics.ERASURES.partitions()).isOne();
        assertThat(Topics.ERASURES.config())
                .isEqualTo(Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        THIRTY_FIVE_DAYS,
                        "segment.ms",
                        SIX_HOURS,
                        "max.message.bytes",
                        "4194304"));
    }

    static List<Topic> stateTopics() {
        return Topics.flow().stream().filter(Topic::compacted).toList();
    }
}
