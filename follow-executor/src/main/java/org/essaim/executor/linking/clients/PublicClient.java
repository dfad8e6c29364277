package org.essaim.executor.linking.clients;

/** What servers read about us under our public address. */
public interface PublicClient {

    /** The client metadata, JSON. */
    String metadata();

    /** Our public keys, a JWK set. */
    String jwks();
}
