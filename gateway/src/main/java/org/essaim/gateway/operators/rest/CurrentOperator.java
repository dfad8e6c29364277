package org.essaim.gateway.operators.rest;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The operator who makes the request; no member is made of them. */
@RequestScoped
class CurrentOperator {

    private final SecurityIdentity identity;

    CurrentOperator(SecurityIdentity identity) {
        this.identity = identity;
    }

    String accessToken() {
        return identity.getCredential(AccessTokenCredential.class).getToken();
    }

    String subject() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token.getSubject();
        }
        throw new UnauthorizedException();
    }
}
