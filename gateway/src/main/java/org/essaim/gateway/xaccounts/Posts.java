package org.essaim.gateway.xaccounts;

/** Public posts on X. */
public interface Posts {

    /** Reads a post, as everyone can. Both parts come from an address that was understood: a name of X and digits. */
    Reading read(String handle, String post);

    /** What X shows. */
    sealed interface Reading {

        /** The post; {@code author} is the handle that X names, whatever the address said. */
        record Post(String author, String text) implements Reading {

            @Override
            public String toString() {
                return "Post";
            }
        }

        /** None. */
        record NotShown() implements Reading {}

        /** X did not answer as it should. */
        record Unreachable() implements Reading {}
    }
}
