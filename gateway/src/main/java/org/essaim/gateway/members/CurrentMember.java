package org.essaim.gateway.members;

import org.essaim.contracts.MemberId;

/** The member who makes the request that is being answered. */
public interface CurrentMember {

    MemberId id();

    /** Their access token, as the person's own word towards another service. */
    String accessToken();

    /** What ties a dance begun in this session to its end: a digest of the session, 64 hexadecimal digits. */
    String sessionBinding();
}
