package org.essaim.gateway.links;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.jspecify.annotations.Nullable;

/** follow-executor, asked with the member's own word. */
public interface Executor {

    /** Begins to link an account that the person typed. */
    Answer<Dance> begin(Word word, Network network, String account, Purpose purpose);

    /** Ends it with what the network sent back. */
    Answer<Linked> complete(Word word, Returned returned);

    /** Unlinks, on the network too. */
    Answer<Unlinked> revoke(Word word, String account);

    /** What is planned on a Mastodon account, as the CSV that its server imports. */
    Answer<String> followingList(Word word, String account);

    /** What the account is linked for. */
    enum Purpose {
        /** The network is asked who the person is, and for nothing more. */
        TO_BE_FOUND,
        /** The network is asked for the right to follow, too. */
        TO_FOLLOW
    }

    /** Where the person agrees, and until when. */
    record Dance(String authorizationUrl, @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "Dance";
        }
    }

    /** What the network sent back through the browser. */
    record Returned(
            String state,
            @Nullable String code,
            @Nullable String iss,
            @Nullable String error) {

        @Override
        public String toString() {
            return "Returned";
        }
    }

    /** The account is linked. */
    record Linked(TargetAccount account, boolean canFollow, List<String> scopes) {

        public Linked {
            scopes = List.copyOf(scopes);
        }
    }

    /** The account is unlinked. */
    record Unlinked() {}
}
