package org.essaim.executor.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.essaim.executor.unlinking.EraseMember;

/** Everything that is known here about a member, to be forgotten at their word. */
@Path("/api/members/{member}")
@Authenticated
@RunOnVirtualThread
public class MemberResource {

    private final Caller caller;
    private final EraseMember erase;

    public MemberResource(Caller caller, EraseMember erase) {
        this.caller = caller;
        this.erase = erase;
    }

    @DELETE
    public void erase(@PathParam("member") UUID path) {
        erase.erase(caller.member(path));
    }
}
