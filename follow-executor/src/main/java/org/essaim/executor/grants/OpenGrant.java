package org.essaim.executor.grants;

/**
 * A grant with its secret, for the one who acts on it now.
 *
 * @param generation grows whenever the secret is replaced: tells an old secret from a new one
 */
public record OpenGrant(Grant grant, Secret secret, long generation) {}
