package org.essaim.gateway.members;

import java.util.List;
import org.essaim.contracts.MemberId;

/** The members, by how they sign in. */
public interface Members {

    /** The member of this login. At its first sight one is made, once however many calls come together, and what Keycloak knows of their X account is asked for. Throws where its member was erased. */
    MemberId arrive(Login login) throws LoginClosedException;

    /** The ways in of a member, oldest first. */
    List<Login> loginsOf(MemberId member);
}
