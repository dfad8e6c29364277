package org.essaim.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.AfterEach;

/** The service between its topics, with one member who brings lists. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_ingest"))
@QuarkusTestResource(ServiceResource.class)
abstract class IngestScene {

    static final XId OWNER = new XId(1000);

    @Inject
    Pool pool;

    final MemberId member = new MemberId(UUID.randomUUID());
    final Gateway gateway = new Gateway();
    final TopicTail lists = TopicTail.lists();
    final TopicTail results = TopicTail.results();

    @AfterEach
    void close() {
        lists.close();
        results.close();
    }

    static byte[] extract(String generatedAt, long... followings) {
        String ids = LongStream.of(followings).mapToObj(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return """
            {"format":"essaim-extract/1","owner":{"xId":"1000","handle":"keeper"},"generatedAt":"%s",
            "followings":[%s],"followers":["2"],"blocks":["9"],"mutes":[],"closeness":[["1",1]]}\
            """.formatted(generatedAt, ids).getBytes(StandardCharsets.UTF_8);
    }

    ArchiveUploaded upload(String generatedAt, long... followings) throws IOException {
        return gateway.leave(member, UploadKind.EXTRACT, extract(generatedAt, followings), null);
    }

    static boolean isOf(Optional<FollowList> bucket, long generation, Assurance assurance) {
        return bucket.isPresent()
                && bucket.get().generation() == generation
                && bucket.get().assurance() == assurance;
    }

    long rows(String table) {
        return pool.preparedQuery("select count(*) from " + table + " where member = $1")
                .execute(Tuple.of(member.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    static void assertRejected(Object told, ArchiveUploaded upload, Reason reason) {
        assertThat(told).isInstanceOfSatisfying(ArchiveRejected.class, rejected -> {
            assertThat(rejected.archive()).isEqualTo(upload.archive());
            assertThat(rejected.reason()).isEqualTo(reason);
        });
    }

    /** Lays the work down as that of a worker which will not be heard of for a while. */
    void lease(ArchiveUploaded upload, String interval) {
        String payload = CloudEvent.typeOf(ArchiveUploaded.class) + "\n"
                + new String(EventJson.write(upload), StandardCharsets.UTF_8);
        pool.preparedQuery("""
            insert into job (id, kind, subject, payload, due, attempts, lease_until)
            values ($1, 'upload-event', $2, $3, now(), 1, now() + interval '%s')
            """.formatted(interval))
                .execute(Tuple.of(upload.archive(), member.asString(), payload))
                .await()
                .indefinitely();
    }
}
