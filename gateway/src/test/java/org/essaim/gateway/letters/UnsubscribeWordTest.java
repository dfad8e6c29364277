package org.essaim.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.junit.jupiter.api.Test;

/** The word that ends a member's letters. */
class UnsubscribeWordTest {

    private static final URI HERE = URI.create("https://essaim.test");

    private final UnsubscribeWord words = new UnsubscribeWord(HERE, "a secret of tests that is long enough");
    private final MemberId member = new MemberId(UUID.randomUUID());

    private static String word(URI address) {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }

    @Test
    void wordShouldNameItsMember() {
        URI address = words.addressFor(member);

        assertThat(address.toString()).startsWith("https://essaim.test/letters/end/");
        assertThat(words.memberOf(word(address))).contains(member);
    }

    @Test
    void wordShouldBeUnknownWhenItWasMadeElsewhereOrChanged() {
        String word = word(words.addressFor(member));
        char last = word.charAt(20);
        String changed = word.substring(0, 20) + (last == 'A' ? 'B' : 'A') + word.substring(21);

        assertThat(words.memberOf(changed)).isEmpty();
        assertThat(words.memberOf(word.substring(0, 22))).isEmpty();
        assertThat(words.memberOf(word + "AAAA")).isEmpty();
        assertThat(words.memberOf("no word of ours!")).isEmpty();
        assertThat(new UnsubscribeWord(HERE, "another secret of tests, long enough too").memberOf(word))
                .isEmpty();
    }
}
