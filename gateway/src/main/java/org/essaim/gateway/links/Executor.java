package org.essaim.gateway.links;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.jspecify.annotations.Nullable;

/** follow-executor, asked with the member's own word. */
public interface Executor {

    /** On whose word: the member, their token as it came, and what ties begin and end of the dance to one session. */
    record Word(MemberId member, String accessToken, String session) {

        @Override
        public String toString() {
            return "Word[" + member + "]";
        }
    }

    /** Begins to link an account that the person typed. */
    Answer<Dance> begin(Word word, Network network, String account);

    /** Ends it with what the network sent back. */
    Answer<Linked> complete(Word word, Returned returned);

    /** Unlinks, on the network too. */
    Answer<Unlinked> revoke(Word word, String account);

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

    /** What the executor said. */
    sealed interface Answer<T> {

        /** Done. */
        record Done<T>(T value) implements Answer<T> {}

        /** It will not, and says why in words for the person: a problem, with its HTTP status. */
        record Refused<T>(int status, String slug, String title, String detail) implements Answer<T> {}

        /** It did not answer as it should; nothing is known to have happened. */
        record Unreachable<T>() implements Answer<T> {}
    }
}
