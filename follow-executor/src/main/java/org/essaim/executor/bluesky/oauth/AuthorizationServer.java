package org.essaim.executor.bluesky.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a PDS sends people to sign in (RFC 8414). */
public record AuthorizationServer(
        String issuer,
        URI authorization,
        URI token,
        URI pushedAuthorization,
        @Nullable URI revocation) {}
