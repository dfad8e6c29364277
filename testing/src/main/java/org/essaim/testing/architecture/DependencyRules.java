package org.essaim.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The core knows no technology and no adapter; adapters do not know each other. */
final class DependencyRules {

    private static final String[] TECHNOLOGY = {
        "org.apache.kafka..",
        "io.smallrye.reactive..",
        "org.eclipse.microprofile.reactive..",
        "io.smallrye.mutiny..",
        "io.vertx..",
        "jakarta.ws.rs..",
        "org.jboss.resteasy..",
        "java.net.http..",
        "java.sql..",
        "javax.sql..",
        "org.postgresql..",
        "jakarta.persistence..",
        "org.hibernate..",
        "com.fasterxml.jackson..",
    };

    private DependencyRules() {}

    static List<ArchRule> of(Layers layers) {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(coreWithoutTechnology(layers));
        rules.add(coreWithoutAdapters(layers));
        Layers.ADAPTERS.stream().sorted().forEach(technology -> rules.add(adapterAlone(layers, technology)));
        return rules;
    }

    private static ArchRule coreWithoutTechnology(Layers layers) {
        return noClasses()
                .that(layers.core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .allowEmptyShould(true)
                .as("core should be plain Java: Kafka, HTTP, SQL, Mutiny and Jackson belong in " + Layers.ADAPTERS);
    }

    private static ArchRule coreWithoutAdapters(Layers layers) {
        return noClasses()
                .that(layers.core())
                .should()
                .dependOnClassesThat(layers.adapter())
                .allowEmptyShould(true)
                .as("core should not depend on adapters");
    }

    private static ArchRule adapterAlone(Layers layers, String technology) {
        return noClasses()
                .that(layers.adapterOf(technology))
                .should()
                .dependOnClassesThat(layers.foreignAdapter(technology))
                .allowEmptyShould(true)
                .as("adapters for " + technology + " should not depend on other adapters");
    }
}
