package org.essaim.executor.linking;

import org.jspecify.annotations.Nullable;

/**
 * With what a person came back from their server.
 *
 * @param code null when the server or the person refused
 * @param issuer who says to have answered ({@code iss}, RFC 9207); null from servers that do not say
 */
public record ReturnVisit(
        String state, @Nullable String code, @Nullable String issuer, String session) {

    @Override
    public String toString() {
        return "ReturnVisit[]";
    }
}
