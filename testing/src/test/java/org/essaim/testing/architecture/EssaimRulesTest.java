package org.essaim.testing.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EssaimRulesTest {

    private static final String FIXTURES = "org.essaim.testing.architecture.fixtures.";

    @Test
    void soundServiceShouldPass() {
        assertThatCode(() -> check("sound")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sql         | core should be plain Java
                    sql         | Hibernate and SQL should be known in ..postgres.. only
                    kafkaincore | Kafka should be known in ..kafka.. only
                    jackson     | core should be plain Java
                    sideways    | adapters for kafka should not depend on other adapters
                    outward     | core should not depend on adapters
                    path        | resources should be in ..rest..
                    names       | no class should be named for nothing
                    drawer      | no package should be a drawer for everything
                    clock       | core should be given time and chance
                    chance      | core should be given time and chance
                    sleep       | core should be given time and chance
                    console     | standard streams
                    injected    | through its constructor
                    cycle       | free of cycles
                    neighbour   | services should never depend on services
                    """)
    void serviceShouldBeRefusedWhenItBreaksARule(String fixture, String complaint) {
        assertThatThrownBy(() -> check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void moduleShouldBeRefusedWhenItHasNoClass() {
        assertThatThrownBy(() -> EssaimRules.check("org.essaim.nothing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no class to check");
    }

    @Test
    void consoleProgramShouldPassWhenCheckedAsTechnology() {
        assertThatCode(() -> EssaimRules.checkTechnology("org.essaim.testing.servers"))
                .doesNotThrowAnyException();
    }

    private static void check(String fixture) {
        JavaClasses classes = new ClassFileImporter().importPackages(FIXTURES + fixture);
        EssaimRules.checkService(FIXTURES + fixture, classes);
    }
}
