package org.essaim.executor;

import org.essaim.testing.architecture.EssaimRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void moduleShouldKeepTheDependencyRule() {
        EssaimRules.check("org.essaim.executor");
    }
}
