package org.essaim.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Under which name this replica takes part in its consumer group. A replica with a name ({@code essaim.instance}, each its own) that is
 * killed and started again has its partitions back at once; the partitions of one without a name wait for the end of the
 * session, and those of one that stops in order go to the others at once. A channel asks for it by
 * {@code kafka-configuration=group-membership}.
 */
@ApplicationScoped
class GroupMembership {

    @Produces
    @ApplicationScoped
    @Identifier("group-membership")
    Map<String, Object> settings(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "essaim.instance") Optional<String> instance) {
        Map<String, Object> settings = new HashMap<>(broker);
        instance.ifPresent(name -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, service + "-" + name));
        return settings;
    }
}
