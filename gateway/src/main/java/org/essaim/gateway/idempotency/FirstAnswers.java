package org.essaim.gateway.idempotency;

import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** What members' calls were answered the first time, by the keys they named, for 24 hours. */
public interface FirstAnswers {

    /**
     * Begins a call under a key.
     *
     * @param call a digest of the call: another call under the same key is a mistake
     */
    Beginning begin(MemberId member, String key, String call);

    /** Keeps the answer of a call that began. */
    void keep(MemberId member, String key, Kept answer);

    /** Forgets a call that came to nothing, so that it can be tried again. */
    void forget(MemberId member, String key);

    /** What a call finds. */
    sealed interface Beginning {

        /** It is the first. */
        record First() implements Beginning {}

        /** It was answered. */
        record Answered(Kept answer) implements Beginning {}

        /** The first is still under way. */
        record UnderWay() implements Beginning {}

        /** The key was another call's. */
        record OfAnotherCall() implements Beginning {}
    }

    /** An answer; {@code json} is null when it had no body. */
    record Kept(int status, @Nullable String json) {

        /** A body may be personal. */
        @Override
        public String toString() {
            return "Kept[" + status + "]";
        }
    }
}
