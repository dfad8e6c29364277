package org.essaim.gateway.executor;

/** Exchanges a member's token for one of the audience of follow-executor, still in the member's name. */
public interface TokenExchange {

    /** Throws {@link IllegalStateException} when the sign-in service does not exchange it. */
    String forExecutor(String accessToken);
}
