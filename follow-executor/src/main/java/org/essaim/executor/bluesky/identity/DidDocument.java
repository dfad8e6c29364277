package org.essaim.executor.bluesky.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an identity says about itself.
 *
 * @param handle the handle it claims; true only when the handle says the same
 * @param pds where its repository is
 */
public record DidDocument(String did, @Nullable String handle, URI pds) {

    private static final String HANDLE_PREFIX = "at://";

    /** Empty when the document is of another DID or names no PDS. */
    public static Optional<DidDocument> read(String did, JsonNode document) {
        if (!did.equals(document.path("id").asText())) {
            return Optional.empty();
        }
        String handle = null;
        for (JsonNode name : document.path("alsoKnownAs")) {
            if (handle == null && name.asText().startsWith(HANDLE_PREFIX)) {
                handle = name.asText().substring(HANDLE_PREFIX.length());
            }
        }
        for (JsonNode service : document.path("service")) {
            boolean pds = service.path("id").asText().endsWith("#atproto_pds")
                    && "AtprotoPersonalDataServer".equals(service.path("type").asText());
            if (pds) {
                return address(service.path("serviceEndpoint").asText(), did, handle);
            }
        }
        return Optional.empty();
    }

    private static Optional<DidDocument> address(String endpoint, String did, @Nullable String handle) {
        try {
            return Optional.of(URI.create(endpoint.replaceFirst("/$", "")))
                    .filter(pds -> pds.isAbsolute() && pds.getHost() != null)
                    .map(pds -> new DidDocument(did, handle, pds));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean claims(String wanted) {
        return wanted.equalsIgnoreCase(handle);
    }

    @Override
    public String toString() {
        return "DidDocument[]";
    }
}
