package org.essaim.testing.x;

import java.util.List;

/**
 * The one app that is registered with the stand-in.
 *
 * @param redirectUris exact addresses it may be sent back to; empty for any, which X itself never allows
 */
public record XClient(String id, String secret, List<String> redirectUris) {

    /** The app of the sandbox. */
    public static final XClient SANDBOX = new XClient("essaim-sandbox", "essaim-sandbox-secret", List.of());

    boolean mayReturnTo(String redirectUri) {
        return redirectUris.isEmpty() || redirectUris.contains(redirectUri);
    }

    @Override
    public String toString() {
        return "XClient[" + id + "]";
    }
}
