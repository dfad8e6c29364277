package org.essaim.testing.mastodon.routing;

import java.util.List;
import java.util.Optional;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Grants.Token;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.web.WebRequest;

/**
 * A request that has found its endpoint and may be there.
 *
 * @param variables what stands in the variable parts of the path, in order
 */
public record Call(WebRequest request, List<String> variables, Optional<Token> token) {

    public Parameters parameters() {
        return request.parameters();
    }

    public String variable() {
        return variables.getFirst();
    }

    /** The person whose token it is; only where {@link Access} has asked for one. */
    public Actor person() {
        return viewer().orElseThrow();
    }

    public Optional<Actor> viewer() {
        return token.flatMap(Token::owner);
    }

    /** The page size that was asked for, at most twice the usual one. */
    public int limit(int usual) {
        return parameters()
                .one("limit")
                .map(Integer::parseInt)
                .map(asked -> Math.min(Math.abs(asked), usual * 2))
                .orElse(usual);
    }
}
