package org.essaim.gateway.members;

/** One way in: who says so, and what they call the person. Several lead to the same member. */
public record Login(String issuer, String subject) {

    /** Neither: a subject is personal. */
    @Override
    public String toString() {
        return "Login";
    }
}
