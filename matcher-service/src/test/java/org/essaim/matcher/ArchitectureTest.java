package org.essaim.matcher;

import org.essaim.testing.architecture.EssaimRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void matcherShouldKeepTheDependencyRule() {
        EssaimRules.check("org.essaim.matcher");
    }
}
