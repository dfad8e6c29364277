package org.essaim.testing.x;

/**
 * An account on X.
 *
 * @param id X's number for it, which never changes
 * @param username the handle without @, which can
 */
public record XAccount(String id, String username, String name) {

    @Override
    public String toString() {
        return "XAccount[]";
    }
}
