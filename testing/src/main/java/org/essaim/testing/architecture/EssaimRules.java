package org.essaim.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the house, for the ten lines of each module's {@code ArchitectureTest}:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @Test
 *     void moduleShouldKeepTheDependencyRule() {
 *         EssaimRules.check("org.essaim.matcher");
 *     }
 * }
 * }</pre>
 */
public final class EssaimRules {

    private EssaimRules() {}

    /**
     * Checks a service: every rule.
     *
     * @param root the service's root package
     * @throws AssertionError naming every violation of every rule; also when there is no class to check
     */
    public static void check(String root) {
        checkService(root, importMain(root));
    }

    /**
     * Checks a module that is technology itself or a program for a console (platform, launcher): names, no cycles, no service, no
     * injected fields.
     *
     * @param root the module's root package
     * @throws AssertionError as for {@link #check}
     */
    public static void checkTechnology(String root) {
        verify(importMain(root), HouseRules.of(root));
    }

    /** For tests of the rules: checks given classes against the rules of a service at {@code root}. */
    static void checkService(String root, JavaClasses classes) {
        Layers layers = new Layers(root);
        verify(
                classes,
                Stream.of(
                                HouseRules.of(root),
                                DependencyRules.of(layers),
                                PlacementRules.of(layers),
                                ConductRules.of(layers),
                                ConductRules.silence())
                        .flatMap(List::stream)
                        .toList());
    }

    private static JavaClasses importMain(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static void verify(JavaClasses classes, List<ArchRule> rules) {
        if (classes.isEmpty()) {
            throw new AssertionError("no class to check: was the package renamed?");
        }
        List<String> violations = new ArrayList<>();
        for (ArchRule rule : rules) {
            EvaluationResult result = rule.evaluate(classes);
            if (result.hasViolation()) {
                violations.add(result.getFailureReport().toString());
            }
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }
}
