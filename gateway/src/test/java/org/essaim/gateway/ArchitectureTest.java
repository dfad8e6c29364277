package org.essaim.gateway;

import org.essaim.testing.architecture.EssaimRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void gatewayShouldKeepTheDependencyRule() {
        EssaimRules.check("org.essaim.gateway");
    }
}
