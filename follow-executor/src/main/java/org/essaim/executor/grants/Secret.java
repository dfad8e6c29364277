package org.essaim.executor.grants;

/**
 * Tokens and keys in the words of their network. Only the adapter that made it reads it.
 *
 * @param content never logged, never sent anywhere but to its network
 */
public record Secret(String content) {

    @Override
    public String toString() {
        return "Secret[]";
    }
}
