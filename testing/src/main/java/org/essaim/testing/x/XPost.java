package org.essaim.testing.x;

/** A public post. */
record XPost(String id, String authorId, String text) {

    @Override
    public String toString() {
        return "XPost[]";
    }
}
