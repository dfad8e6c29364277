package org.essaim.contracts;

/**
 * An account on a network that people move to.
 *
 * @param id what identifies it for good: the DID on Bluesky, the actor URI on Mastodon
 * @param handle what people read, may change: {@code ana.bsky.social}, or the acct {@code ana@example.social} (no leading @)
 */
public record TargetAccount(Network network, String id, String handle) {

    public TargetAccount {
        boolean fits = switch (network) {
            case BLUESKY -> id.startsWith("did:");
            case MASTODON -> id.startsWith("https://") || id.startsWith("http://");
        };
        if (!fits) {
            throw new IllegalArgumentException("a " + network + " account is identified by "
                    + (network == Network.BLUESKY ? "a DID" : "an actor URI"));
        }
    }

    /** Handles change and are no identity: two accounts are the same when network and id are. */
    public boolean sameAs(TargetAccount other) {
        return network == other.network && id.equals(other.id);
    }

    /** Says which network only: an account is personal, and this text may end in a log. */
    @Override
    public String toString() {
        return "TargetAccount[" + network + "]";
    }
}
