package org.essaim.gateway.executor;

/** What follow-executor said. */
public sealed interface Answer<T> {

    /** Done. */
    record Done<T>(T value) implements Answer<T> {}

    /** It will not, and says why in words for the person: a problem, with its HTTP status. */
    record Refused<T>(int status, String slug, String title, String detail) implements Answer<T> {}

    /** It did not answer as it should; nothing is known to have happened. */
    record Unreachable<T>() implements Answer<T> {}
}
