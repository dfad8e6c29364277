package org.essaim.executor.bluesky.oauth;

import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.unlinking.AccessRevocation;

/** Ends sessions at authorization servers. */
public final class BlueskyRevocation implements AccessRevocation {

    private final BlueskyOAuth oauth;

    public BlueskyRevocation(BlueskyOAuth oauth) {
        this.oauth = oauth;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public boolean end(Secret access) {
        try {
            Optional<WebResponse> answer = oauth.revoke(BlueskyTokens.of(access));
            return answer.isEmpty() || isEnd(answer.get());
        } catch (WebException e) {
            return false;
        }
    }

    /** Of a token that it does not know, or does not honour any more, a server says so; that it does not know us is ours to mend. */
    private static boolean isEnd(WebResponse answer) {
        String error = Json.read(answer.body()).path("error").asText();
        boolean refused = answer.status() == 400 || answer.status() == 401;
        return answer.isSuccess()
                || (refused
                        && !error.isEmpty()
                        && !error.startsWith("invalid_client")
                        && !DpopWeb.refusesProof(answer));
    }

    @Override
    public boolean isSame(Secret access, Secret other) {
        return BlueskyTokens.of(access)
                .refreshToken()
                .equals(BlueskyTokens.of(other).refreshToken());
    }
}
