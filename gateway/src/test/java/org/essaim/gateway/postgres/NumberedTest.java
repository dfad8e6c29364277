package org.essaim.gateway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedTest {

    @Test
    void parameterShouldHaveOneNumberWhenItIsNamedTwice() {
        Numbered numbered = Numbered.of("select :one where a = :two and b > :one");

        assertThat(numbered.sql()).isEqualTo("select $1 where a = $2 and b > $1");
        assertThat(numbered.names()).containsExactly("one", "two");
    }

    @Test
    void colonShouldStayWhenItIsOfATextOrACast() {
        Numbered numbered = Numbered.of("select 'did:plc:x', a::text from t where b = :c and d = 'it''s :not'");

        assertThat(numbered.sql()).isEqualTo("select 'did:plc:x', a::text from t where b = $1 and d = 'it''s :not'");
        assertThat(numbered.names()).containsExactly("c");
    }
}
