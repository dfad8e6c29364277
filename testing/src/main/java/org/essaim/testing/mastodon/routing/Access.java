package org.essaim.testing.mastodon.routing;

import java.util.List;
import java.util.Optional;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Grants;
import org.essaim.testing.mastodon.state.Grants.Token;
import org.essaim.testing.web.WebRequest;

/**
 * What an endpoint asks of its caller.
 *
 * @param kind whose token
 * @param scopes any one of them will do; none asks for no scope at all
 */
public record Access(Kind kind, List<String> scopes) {

    public enum Kind {
        /** Answers without a token, or with one it does not know; a token that it knows must have the scope. */
        ANYONE,
        /** Any token, an app's own too. */
        TOKEN,
        /** A person's token. */
        PERSON
    }

    public static Access anyone(String... scopes) {
        return new Access(Kind.ANYONE, List.of(scopes));
    }

    public static Access token(String... scopes) {
        return new Access(Kind.TOKEN, List.of(scopes));
    }

    public static Access person(String... scopes) {
        return new Access(Kind.PERSON, List.of(scopes));
    }

    /** The caller's token, when it is good for this endpoint; otherwise a {@link Refusal}. */
    public Optional<Token> check(WebRequest request, Grants grants) {
        Optional<String> sent = request.bearer();
        Optional<Token> token = sent.flatMap(grants::token);
        boolean open = kind == Kind.ANYONE
                && (scopes.isEmpty() || sent.filter(grants::isRevoked).isEmpty());
        if (token.isEmpty() && open) {
            return token;
        }
        if (token.isEmpty()) {
            throw Refusal.token(
                    sent.filter(grants::isRevoked).isPresent()
                            ? "The access token was revoked"
                            : "The access token is invalid");
        }
        if (!scopes.isEmpty() && token.get().scopes().stream().noneMatch(scopes::contains)) {
            throw Refusal.insufficientScope(String.join(" ", scopes));
        }
        if (kind == Kind.PERSON) {
            mayAct(token.get().owner());
        }
        return token;
    }

    private static void mayAct(Optional<Actor> owner) {
        Actor person = owner.orElseThrow(() -> Refusal.of(422, "This method requires an authenticated user"));
        switch (person.standing()) {
            case ACTIVE -> {}
            case DISABLED, SUSPENDED, DELETED -> throw Refusal.of(403, "Your login is currently disabled");
            case UNCONFIRMED -> throw Refusal.of(403, "Your login is missing a confirmed e-mail address");
            case PENDING -> throw Refusal.of(403, "Your login is currently pending approval");
        }
    }
}
