package org.essaim.gateway.xaccounts;

/** Whether a post on X shows that a handle is the member's. */
public sealed interface HandleProof {

    /** The handle is theirs now. It is no proof of the account's number, which X does not tell here: an account is proven by signing in with X alone. */
    record Proven(String handle) implements HandleProof {

        @Override
        public String toString() {
            return "Proven";
        }
    }

    /** The address is not one of a post. */
    record NotAPost() implements HandleProof {}

    /** No code was asked for, or its time is over. */
    record NoCode() implements HandleProof {}

    /** X shows no such post to everyone. */
    record NotShown() implements HandleProof {}

    /** The post is there, and the code is not in it. */
    record CodeMissing() implements HandleProof {}

    /** X does not answer. */
    record Unreachable() implements HandleProof {}
}
