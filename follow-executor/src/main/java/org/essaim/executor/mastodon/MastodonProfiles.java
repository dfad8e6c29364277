package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.profiles.NotNowException;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.profiles.ProfileNetwork;
import org.essaim.executor.profiles.Sighting;
import org.jspecify.annotations.Nullable;

/** Asks the account's own server, as everyone may. A server that tells nothing without a log-in keeps its people's faces. */
final class MastodonProfiles implements ProfileNetwork {

    private final PoliteWeb web;
    private final AddressGuard guard;

    MastodonProfiles(PoliteWeb web, AddressGuard guard) {
        this.web = web;
        this.guard = guard;
    }

    @Override
    public Sighting look(TargetAccount account) throws WebException, NotNowException {
        URI actor = readable(account.id());
        if (actor == null || actor.getRawAuthority() == null) {
            throw new AddressNotAllowedException("an actor has no readable host");
        }
        String username = account.handle().replaceFirst("@.*", "");
        URI lookup = URI.create(guard.baseOf(actor.getRawAuthority()) + "/api/v1/accounts/lookup?"
                + WebRequest.encode(Map.of("acct", username)));
        WebResponse response = web.get(Network.MASTODON, lookup);
        JsonNode body = Json.read(response.body());
        if (response.isSuccess() && body.path("uri").asText().equals(account.id())) {
            String picture =
                    body.path("avatar_static").asText(body.path("avatar").asText());
            return new Sighting.There(body.path("display_name").asText(), picture.isEmpty() ? null : readable(picture));
        }
        boolean said = body.path("error").isTextual();
        return switch (response.status()) {
            case 401, 403, 404, 410 -> said ? new Sighting.NotShown() : new Sighting.Unclear();
            default -> new Sighting.Unclear();
        };
    }

    private static @Nullable URI readable(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
