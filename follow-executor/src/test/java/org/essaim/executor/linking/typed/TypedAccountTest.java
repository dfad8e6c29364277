package org.essaim.executor.linking.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.essaim.contracts.Network;
import org.essaim.executor.linking.typed.TypedAccount.BlueskyDid;
import org.essaim.executor.linking.typed.TypedAccount.BlueskyHandle;
import org.essaim.executor.linking.typed.TypedAccount.FediverseAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAccountTest {

    @ParameterizedTest
    @CsvSource({
        "ana, ana.bsky.social",
        "@ana, ana.bsky.social",
        "Ana.Bsky.Social, ana.bsky.social",
        " @ana.bsky.social , ana.bsky.social",
        "ana.example.org, ana.example.org",
        "https://bsky.app/profile/ana.bsky.social, ana.bsky.social",
        "https://bsky.app/profile/ana.bsky.social/post/3k, ana.bsky.social",
        "at://ana.bsky.social, ana.bsky.social",
        "https://ana.example.org, ana.example.org"
    })
    void blueskyHandleShouldBeUnderstoodHoweverItIsTyped(String typed, String handle) {
        assertThat(TypedAccount.parse(Network.BLUESKY, typed)).contains(new BlueskyHandle(handle));
    }

    @Test
    void didShouldBeUnderstoodWhenAProfileLinkHasOne() {
        String did = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";

        assertThat(TypedAccount.parse(Network.BLUESKY, "https://bsky.app/profile/" + did))
                .contains(new BlueskyDid(did));
    }

    @ParameterizedTest
    @CsvSource({
        "@ana@example.social, example.social, ana",
        "ana@example.social, example.social, ana",
        "acct:ana@example.social, example.social, ana",
        "https://example.social/@ana, example.social, ana",
        "https://example.social/@ana@other.example, other.example, ana",
        "https://example.social/users/ana, example.social, ana",
        "@ana@127.0.0.1:2590, 127.0.0.1:2590, ana"
    })
    void fediverseAccountShouldBeUnderstoodHoweverItIsTyped(String typed, String server, String name) {
        assertThat(TypedAccount.parse(Network.MASTODON, typed)).contains(new FediverseAccount(server, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.social", "https://example.social", "https://example.social/"})
    void serverAloneShouldBeUnderstood(String typed) {
        assertThat(TypedAccount.parse(Network.MASTODON, typed)).contains(new FediverseAccount("example.social", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ana", "@ana", "https://user@example.social/", "a b@example.social", "@@", "ana@exa mple"})
    void nonsenseShouldNotBeUnderstoodOnMastodon(String typed) {
        assertThat(TypedAccount.parse(Network.MASTODON, typed)).isEmpty();
    }

    /** What no parser of addresses reads is not understood, and breaks nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://exa mple.org",
                "https://[",
                "https://%zz.example",
                "https://",
                "http:///@ana",
                "https://bsky.app/profile/%%%",
                "https://example.org:port/@ana",
                "at://",
                "at://%%/x",
                "acct:",
                "did:web:"
            })
    void brokenAddressShouldNotBeUnderstood(String typed) {
        assertThat(TypedAccount.parse(Network.BLUESKY, typed)).isEmpty();
        assertThat(TypedAccount.parse(Network.MASTODON, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana@example.social", "a b", "127.0.0.1", "https://user@example.org/", "did:plc:short"})
    void nonsenseShouldNotBeUnderstoodOnBluesky(String typed) {
        assertThat(TypedAccount.parse(Network.BLUESKY, typed)).isEmpty();
    }
}
