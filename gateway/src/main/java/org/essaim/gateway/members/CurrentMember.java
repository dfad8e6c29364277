package org.essaim.gateway.members;

import java.time.Duration;
import org.essaim.contracts.MemberId;

/** The member who makes the request that is being answered. */
public interface CurrentMember {

    MemberId id();

    /** Their access token, as the person's own word towards another service. */
    String accessToken();

    /** How long their token holds; nothing is sent on a stream after that. */
    Duration sessionLeft();

    /** What ties a dance begun in this session to its end: a digest of the session, 64 hexadecimal digits. */
    String sessionBinding();
}
