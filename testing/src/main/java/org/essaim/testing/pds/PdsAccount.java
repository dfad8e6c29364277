package org.essaim.testing.pds;

/** An account on the sandbox's PDS, with what its person knows. */
public record PdsAccount(String did, String handle, String password) {

    @Override
    public String toString() {
        return "PdsAccount[" + did + "]";
    }
}
