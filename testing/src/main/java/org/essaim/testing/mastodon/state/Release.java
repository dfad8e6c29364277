package org.essaim.testing.mastodon.state;

/** Which Mastodon a stand-in behaves like. */
public enum Release {
    V4_6("4.6.4", true, true, false),
    /** Still takes a person's password at the token endpoint, and has no userinfo. */
    V4_4("4.4.2", true, false, true),
    /** Knows neither discovery nor PKCE. */
    V4_2("4.2.20", false, false, true);

    private final String version;
    private final boolean discovery;
    private final boolean userinfo;
    private final boolean passwordGrant;

    Release(String version, boolean discovery, boolean userinfo, boolean passwordGrant) {
        this.version = version;
        this.discovery = discovery;
        this.userinfo = userinfo;
        this.passwordGrant = passwordGrant;
    }

    public String version() {
        return version;
    }

    public boolean hasDiscovery() {
        return discovery;
    }

    public boolean hasUserinfo() {
        return userinfo;
    }

    public boolean hasPasswordGrant() {
        return passwordGrant;
    }

    /** Older servers ignore what a client sends of PKCE. */
    public boolean checksPkce() {
        return discovery;
    }
}
