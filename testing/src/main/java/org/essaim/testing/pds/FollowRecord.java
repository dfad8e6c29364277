package org.essaim.testing.pds;

/**
 * A follow as it stands in a repository.
 *
 * @param uri {@code at://did/app.bsky.graph.follow/rkey}
 * @param subject DID of the account that is followed
 * @param createdAt as the client wrote it
 */
public record FollowRecord(String uri, String subject, String createdAt) {

    public String recordKey() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
