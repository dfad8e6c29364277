package org.essaim.executor.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.essaim.contracts.MemberId;
import org.essaim.executor.members.MemberBindings;
import org.essaim.platform.http.Problem;

/** Who calls: the gateway, for one member. */
@RequestScoped
public class Caller {

    private static final String GATEWAY = "essaim-gateway";

    private final JsonWebToken token;
    private final MemberBindings bindings;

    public Caller(JsonWebToken token, MemberBindings bindings) {
        this.token = token;
        this.bindings = bindings;
    }

    /** The member of the path, when the token speaks for that member; else a 403. */
    MemberId member(UUID path) {
        requireGateway();
        MemberId member = new MemberId(path);
        if (!bindings.bind(token.getIssuer(), token.getSubject(), member)) {
            throw new Problem(403, "not-your-member", "Forbidden", "This token belongs to another member.");
        }
        return member;
    }

    /**
     * Only the gateway, and only with the token of a person who is signed in. Keycloak names that person's session in {@code sid};
     * the token of a service account, the gateway's own included, has none.
     */
    void requireGateway() {
        Object party = token.getClaim("azp");
        boolean signedIn = token.getSubject() != null && token.getClaim("sid") != null;
        if (party == null || !GATEWAY.equals(party.toString()) || !signedIn) {
            throw new Problem(403, "forbidden", "Forbidden", "Only the gateway may call, with a person's token.");
        }
    }
}
