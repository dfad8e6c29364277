package org.essaim.executor.service.scene;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;

/** What every test of the whole service stands on; the same for all, so the service starts once. */
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ExecutorResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExecutorTest {}
