package org.essaim.executor.linking.clients;

import org.essaim.executor.grants.Secret;

/** The client that a server knows Essaim as. */
public record ServerClient(String host, String clientId, Secret clientSecret) {}
