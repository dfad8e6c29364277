package org.essaim.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What is core and what is an adapter under a root package.
 *
 * <p>An adapter is everything under a package named for a technology or a network. Composition is the classes that put the parts
 * together ({@code *Wiring}, {@code *Config}): they see both sides. All the rest is core.
 */
final class Layers {

    /** Leaf packages that may know a technology. */
    static final Set<String> ADAPTERS =
            Set.of("kafka", "rest", "postgres", "bluesky", "mastodon", "keycloak", "mail", "http", "json", "files");

    /** Adapters that others stand on: how to call, to write and to read, whatever for. */
    private static final Set<String> SHARED = Set.of("http", "json", "files");

    private final String root;

    Layers(String root) {
        this.root = root;
    }

    DescribedPredicate<JavaClass> core() {
        return DescribedPredicate.describe(
                "core of " + root, type -> isWithin(type) && technology(type).isEmpty() && !isComposition(type));
    }

    DescribedPredicate<JavaClass> adapter() {
        return DescribedPredicate.describe(
                "adapters of " + root,
                type -> isWithin(type) && technology(type).isPresent());
    }

    /** Adapters of this module for anything else than {@code own}, except those that all may stand on. */
    DescribedPredicate<JavaClass> foreignAdapter(String own) {
        return DescribedPredicate.describe(
                "adapters other than " + own,
                type -> isWithin(type)
                        && technology(type)
                                .filter(other -> !other.equals(own) && !SHARED.contains(other))
                                .isPresent());
    }

    DescribedPredicate<JavaClass> adapterOf(String technology) {
        return DescribedPredicate.describe(
                "adapters of " + root + " for " + technology,
                type -> isWithin(type)
                        && technology(type).filter(technology::equals).isPresent());
    }

    DescribedPredicate<JavaClass> outside(String... technologies) {
        Set<String> allowed = Set.of(technologies);
        return DescribedPredicate.describe(
                "classes outside " + String.join(", ", technologies),
                type -> isWithin(type)
                        && technology(type).filter(allowed::contains).isEmpty());
    }

    private boolean isWithin(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    /** The first package below the root that names a technology. */
    private Optional<String> technology(JavaClass type) {
        String below = type.getPackageName().substring(root.length());
        return Arrays.stream(below.split("\\.", -1)).filter(ADAPTERS::contains).findFirst();
    }

    private static boolean isComposition(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        return name.endsWith("Wiring") || name.endsWith("Config");
    }
}
