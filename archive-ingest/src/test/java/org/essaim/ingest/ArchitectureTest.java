package org.essaim.ingest;

import org.essaim.testing.architecture.EssaimRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void serviceShouldKeepTheRulesOfTheHouse() {
        EssaimRules.check("org.essaim.ingest");
    }
}
