package org.essaim.executor.bluesky;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a PDS sends people to sign in (RFC 8414). */
record AuthorizationServer(
        String issuer,
        URI authorization,
        URI token,
        URI pushedAuthorization,
        @Nullable URI revocation) {}
