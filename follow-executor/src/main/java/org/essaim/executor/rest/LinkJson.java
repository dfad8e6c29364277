package org.essaim.executor.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.linking.Purpose;
import org.jspecify.annotations.Nullable;

/** The bodies of the API. */
final class LinkJson {

    private LinkJson() {}

    /** What a person wants linked; to follow, unless a purpose is named. */
    record Wish(
            @Nullable Network network,
            @Nullable String account,
            @Nullable String session,
            @Nullable Purpose purpose) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** Where the person must go. */
    record Redirect(URI authorizationUrl, Instant expiresAt) {}

    /** With what the person came back. */
    record Completion(
            @Nullable String state,
            @Nullable String code,
            @Nullable String iss,
            @Nullable String error,
            @Nullable String session) {

        @Override
        public String toString() {
            return "Completion[]";
        }
    }

    /** A link that stands now. */
    record Linked(TargetAccount account, boolean canFollow, List<String> scopes) {

        static Linked of(Grant grant) {
            return new Linked(grant.account(), grant.canFollow(), grant.scopes());
        }
    }

    /** A link and its state. */
    record Link(TargetAccount account, Grant.State state, boolean canFollow, List<String> scopes) {

        static Link of(Grant grant) {
            return new Link(grant.account(), grant.state(), grant.canFollow(), grant.scopes());
        }
    }
}
