package org.essaim.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_platform"))
class CommitSignalIT {

    private static final Duration SEVERAL_POLLS = Duration.ofSeconds(1);

    @Inject
    CommitSignal commits;

    @Inject
    Transactions transactions;

    /** Else they would wake themselves and each other, and a service at rest would never rest. */
    @Test
    void loopsShouldNotBeWokenWhenOthersOnlyLookForWork() throws InterruptedException {
        CommitSignal.Listener ear = commits.listen();
        assertThat(transactions.quietly(CommitSignalIT::one)).isOne();
        assertThat(ear.await(SEVERAL_POLLS)).isFalse();
    }

    @Test
    void loopsShouldBeWokenWhenWorkIsCommitted() throws InterruptedException {
        CommitSignal.Listener ear = commits.listen();
        assertThat(transactions.inTransaction(CommitSignalIT::one)).isOne();
        assertThat(ear.await(Duration.ofMinutes(1))).isTrue();
    }

    private static Uni<Integer> one(Mutiny.Session session) {
        return session.createNativeQuery("select 1", Integer.class).getSingleResult();
    }
}
