package org.essaim.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What holds in every module: names, no cycles, no dependency on a service, nothing injected into fields. */
final class HouseRules {

    private static final String NAMES = ".*(Utils?|Helper|Manager|Impl|Base|DTO|Processor)";

    private static final String[] PACKAGES = {
        "..util..", "..utils..", "..common..", "..helper..", "..dto..", "..model..", "..misc.."
    };

    private HouseRules() {}

    static List<ArchRule> of(String root) {
        return List.of(noOtherService(root), noVagueNames(), noVaguePackages(root), noCycles(root), noInjectedFields());
    }

    private static ArchRule noOtherService(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(otherService(root))
                .as("services should never depend on services, only on contracts and platform");
    }

    private static DescribedPredicate<JavaClass> otherService(String root) {
        List<String> allowed = List.of(root, "org.essaim.contracts", "org.essaim.platform");
        return DescribedPredicate.describe("other modules of Essaim", type -> {
            String name = type.getPackageName();
            return name.startsWith("org.essaim.")
                    && allowed.stream().noneMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
        });
    }

    private static ArchRule noVagueNames() {
        return noClasses()
                .that()
                .areNotAnonymousClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveNameMatching(NAMES)
                .as("no class should be named for nothing: " + NAMES);
    }

    private static ArchRule noVaguePackages(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(PACKAGES)
                .as("no package should be a drawer for everything: " + String.join(" ", PACKAGES));
    }

    /** The root package is no slice: it holds the use case that names the stages, and the words that they share. */
    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule noInjectedFields() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
                .allowEmptyShould(true)
                .as("what a class needs should come through its constructor");
    }
}
