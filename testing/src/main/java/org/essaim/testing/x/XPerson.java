package org.essaim.testing.x;

import java.net.URI;
import java.util.Map;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;

/** A person who is signed in on X, chooses an account and lets an app know who it is, or not. */
public final class XPerson {

    private final XAccount account;

    public XPerson(XAccount account) {
        this.account = account;
    }

    /**
     * Says yes.
     *
     * @return the client's redirect address with code and state, not followed
     * @throws IllegalStateException when X shows an error instead
     */
    public URI authorize(URI authorizationUrl) {
        return walk(authorizationUrl, "authorize");
    }

    /** Says no; the redirect has {@code error=access_denied}. */
    public URI deny(URI authorizationUrl) {
        return walk(authorizationUrl, "cancel");
    }

    private URI walk(URI authorizationUrl, String answer) {
        try (Browser browser = new Browser()) {
            Page asked = browser.open(authorizationUrl);
            Page answered =
                    browser.submit(asked.form("name=\"answer\""), Map.of("account", account.id(), "answer", answer));
            return answered.redirect()
                    .orElseThrow(() -> new IllegalStateException("X shows status " + answered.status()));
        }
    }
}
