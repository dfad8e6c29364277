package org.essaim.testing.mastodon;

import java.net.URI;
import java.util.Map;
import org.essaim.testing.web.Browser;
import org.essaim.testing.web.Page;

/** A person with an account on a stand-in, who opens an authorization address, signs in and says yes or no. */
public final class MastodonPerson {

    private static final int MOST_PAGES = 6;

    private final String username;
    private final String password;

    public MastodonPerson(MastodonAccount account) {
        this(account.username(), account.password());
    }

    public MastodonPerson(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /**
     * Signs in and consents to everything that is asked.
     *
     * @return the client's redirect address with code and state, not followed
     * @throws IllegalStateException when the pages lead somewhere else, as they do after a wrong password
     */
    public URI authorize(URI authorizationUrl) {
        return walk(authorizationUrl, "name=\"authorize\"");
    }

    /** Signs in and says no; the redirect has {@code error=access_denied}. */
    public URI deny(URI authorizationUrl) {
        return walk(authorizationUrl, "name=\"deny\"");
    }

    private URI walk(URI authorizationUrl, String answer) {
        try (Browser browser = new Browser()) {
            Page page = browser.open(authorizationUrl);
            for (int i = 0; i < MOST_PAGES; i++) {
                if (page.redirect().isEmpty()) {
                    page = fillIn(browser, page, answer);
                } else if (isSameServer(page.redirect().get(), authorizationUrl)) {
                    page = browser.open(page.redirect().get());
                } else {
                    return page.redirect().get();
                }
            }
            throw new IllegalStateException("The pages do not lead back to the client");
        }
    }

    private Page fillIn(Browser browser, Page page, String answer) {
        if (page.status() != 200) {
            throw new IllegalStateException(
                    "Status " + page.status() + " on " + page.address().getPath());
        }
        boolean signIn = page.address().getPath().equals("/auth/sign_in");
        return signIn
                ? browser.submit(
                        page.form("user[password]"), Map.of("user[email]", username, "user[password]", password))
                : browser.submit(page.form(answer), Map.of());
    }

    private static boolean isSameServer(URI next, URI authorizationUrl) {
        return next.getAuthority().equals(authorizationUrl.getAuthority());
    }
}
