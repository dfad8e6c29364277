package org.essaim.executor.linking;

import java.net.URI;
import java.time.Instant;
import org.essaim.executor.grants.Grant;

/** What a member is told about a link. */
public sealed interface LinkAnswer {

    /** Go there, before that moment. */
    record GoTo(URI authorizationUrl, Instant expiresAt) implements LinkAnswer {}

    record Linked(Grant grant) implements LinkAnswer {}

    record Refused(LinkRefusal refusal) implements LinkAnswer {}
}
