package org.essaim.executor.bluesky.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;

/** From a handle or a DID to the document of the identity. */
public final class Identities {

    private static final String DID_WEB = "did:web:";

    private final Web web;
    private final AddressGuard guard;
    private final BlueskySettings settings;

    public Identities(Web web, AddressGuard guard, BlueskySettings settings) {
        this.web = web;
        this.guard = guard;
        this.settings = settings;
    }

    /** The identity behind a handle, only when handle and document name each other. */
    public Optional<DidDocument> byHandle(String handle) throws WebException {
        String did = didOf(handle);
        return did == null ? Optional.empty() : byDid(did).filter(document -> document.claims(handle));
    }

    /** The identity of a DID with the handle it claims; a handle that does not point back is left out. */
    public Optional<DidDocument> byDid(String did) throws WebException {
        return read(did, web.send(WebRequest.get(documentOf(did))));
    }

    /** Whether the handle that a document claims leads back to it. */
    public boolean isVerified(DidDocument document) throws WebException {
        String handle = document.handle();
        return handle != null && document.did().equals(didOf(handle));
    }

    /** Only the directory's own word says that an identity is gone: pages in between come with any status. */
    private static Optional<DidDocument> read(String did, WebResponse response) throws NoAnswerException {
        JsonNode body = Json.read(response.body());
        boolean missing = response.status() == 404 || response.status() == 410;
        if (missing && !did.startsWith(DID_WEB) && body.path("message").isTextual()) {
            return Optional.empty();
        }
        if (!response.isSuccess() || !did.equals(body.path("id").asText())) {
            throw new NoAnswerException(
                    "a DID document could not be read",
                    false,
                    new IllegalStateException("status " + response.status()));
        }
        return DidDocument.read(did, body);
    }

    /** Where the document of a DID is read: in the directory, or on the domain that a {@code did:web} names. */
    public URI documentOf(String did) throws WebException {
        if (!did.startsWith(DID_WEB)) {
            return URI.create(settings.plcDirectory() + "/" + did);
        }
        String authority = did.substring(DID_WEB.length()).replace("%3A", ":");
        return URI.create(guard.baseOf(authority) + "/.well-known/did.json");
    }

    private @Nullable String didOf(String handle) throws WebException {
        String lower = handle.toLowerCase(Locale.ROOT);
        String resolved = resolved(lower);
        return resolved == null ? wellKnown(lower) : resolved;
    }

    private @Nullable String resolved(String handle) throws WebException {
        URI uri = URI.create(settings.handleResolver() + "/xrpc/com.atproto.identity.resolveHandle?"
                + WebRequest.encode(Map.of("handle", handle)));
        WebResponse response = web.send(WebRequest.get(uri));
        JsonNode did = Json.read(response.body()).path("did");
        return response.isSuccess() && did.asText().startsWith("did:") ? did.asText() : null;
    }

    /** A domain may vouch for itself; that it does not, or is not there, only means that the handle is unknown. */
    private @Nullable String wellKnown(String handle) throws WebException {
        try {
            WebResponse response =
                    web.send(WebRequest.get(URI.create(guard.baseOf(handle) + "/.well-known/atproto-did"))
                            .with("Accept", "text/plain"));
            String did = response.body().strip();
            return response.isSuccess() && did.matches("did:(plc|web):[a-zA-Z0-9.:%-]{1,250}") ? did : null;
        } catch (NoAnswerException e) {
            return null;
        }
    }
}
