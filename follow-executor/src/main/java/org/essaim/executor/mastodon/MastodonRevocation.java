package org.essaim.executor.mastodon;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.unlinking.AccessRevocation;

/** Revokes tokens. */
final class MastodonRevocation implements AccessRevocation {

    private final Web web;

    MastodonRevocation(Web web) {
        this.web = web;
    }

    @Override
    public Network network() {
        return Network.MASTODON;
    }

    @Override
    public boolean end(Secret access) {
        MastodonToken token = MastodonToken.of(access);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", token.clientId());
        form.put("client_secret", token.clientSecret());
        form.put("token", token.accessToken());
        try {
            return isEnd(web.send(WebRequest.postForm(URI.create(token.revocationEndpoint()), form)));
        } catch (WebException e) {
            return false;
        }
    }

    /** A token dies with the registration it was given to, so a server that does not know us any more has none either. */
    private static boolean isEnd(WebResponse answer) {
        boolean page = answer.header("Content-Type").orElse("").startsWith("text/html");
        boolean refused = answer.status() == 400 || answer.status() == 401 || answer.status() == 403;
        boolean said = Json.read(answer.body()).path("error").isTextual();
        return (answer.isSuccess() && !page) || (refused && said);
    }

    @Override
    public boolean isSame(Secret access, Secret other) {
        return MastodonToken.of(access)
                .accessToken()
                .equals(MastodonToken.of(other).accessToken());
    }
}
