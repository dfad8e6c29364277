package org.essaim.executor.grants;

/** What one who wants to renew tokens is told. A refresh token is good for one use, so one at a time may use it. */
public sealed interface RefreshTurn {

    /** Yours: renew, then {@link Grants#refreshed} or {@link Grants#lose}. */
    record Yours(OpenGrant current) implements RefreshTurn {}

    /** Somebody renewed meanwhile: use these. */
    record AlreadyRenewed(OpenGrant newer) implements RefreshTurn {}

    /** Somebody is at it; ask again in a moment. */
    record Busy() implements RefreshTurn {}

    /** There is no such grant any more. */
    record Gone() implements RefreshTurn {}
}
