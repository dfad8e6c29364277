package org.essaim.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each technology in the package that is named for it. */
final class PlacementRules {

    private static final String MESSAGING = "org.eclipse.microprofile.reactive.messaging.";

    private PlacementRules() {}

    static List<ArchRule> of(Layers layers) {
        return List.of(
                channels(layers),
                noClasses()
                        .that(layers.outside("rest"))
                        .should()
                        .beAnnotatedWith("jakarta.ws.rs.Path")
                        .allowEmptyShould(true)
                        .as("resources should be in ..rest.."),
                packages(layers.outside("kafka"), "Kafka should be known in ..kafka.. only", "org.apache.kafka.."),
                packages(
                        layers.outside("postgres"),
                        "Hibernate and SQL should be known in ..postgres.. only",
                        "java.sql..",
                        "jakarta.persistence..",
                        "org.hibernate.."));
    }

    private static ArchRule channels(Layers layers) {
        return noMembers()
                .that()
                .areDeclaredInClassesThat(layers.outside("kafka"))
                .should()
                .beAnnotatedWith(MESSAGING + "Incoming")
                .orShould()
                .beAnnotatedWith(MESSAGING + "Outgoing")
                .orShould()
                .beAnnotatedWith(MESSAGING + "Channel")
                .allowEmptyShould(true)
                .as("channels should be in ..kafka..");
    }

    private static ArchRule packages(DescribedPredicate<JavaClass> where, String reason, String... packages) {
        return noClasses()
                .that(where)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true)
                .as(reason);
    }
}
