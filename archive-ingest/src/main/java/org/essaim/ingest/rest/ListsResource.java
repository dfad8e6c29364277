package org.essaim.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.platform.http.Problem;

/** One list of a member, for the gateway's service account alone. */
@Path("/api/members/{member}/lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("lists-reader")
@RunOnVirtualThread
public class ListsResource {

    private final MemberLists lists;

    public ListsResource(MemberLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/followings")
    public ListAnswer followings(@PathParam("member") String member) {
        return answer(member, MemberLists.Kind.FOLLOWINGS);
    }

    @GET
    @Path("/blocks")
    public ListAnswer blocks(@PathParam("member") String member) {
        return answer(member, MemberLists.Kind.BLOCKS);
    }

    @GET
    @Path("/followers")
    public ListAnswer followers(@PathParam("member") String member) {
        return answer(member, MemberLists.Kind.FOLLOWERS);
    }

    @GET
    @Path("/mutes")
    public ListAnswer mutes(@PathParam("member") String member) {
        return answer(member, MemberLists.Kind.MUTES);
    }

    private ListAnswer answer(String member, MemberLists.Kind kind) {
        return lists.read(Members.parse(member), kind)
                .map(list -> new ListAnswer(list.generation(), Long.toString(list.ownerXId()), list.ids()))
                .orElseThrow(() -> new Problem(404, "no-lists", "No lists", "No lists stand for this member."));
    }

    /**
     * A list as it stands.
     *
     * @param ids the packed set, in base64
     */
    public record ListAnswer(long generation, String ownerXId, IdSet ids) {}
}
