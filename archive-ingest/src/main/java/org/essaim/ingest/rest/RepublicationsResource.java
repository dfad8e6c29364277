package org.essaim.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Writes {@code follow.lists.v1} again from the record, for when a topic was lost. */
@Path("/api/republications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
public class RepublicationsResource {

    private static final int MOST = 1000;

    private final MemberLists lists;

    public RepublicationsResource(MemberLists lists) {
        this.lists = lists;
    }

    /** One member's buckets. */
    @POST
    @Path("/{member}")
    public Republished one(@PathParam("member") String member) {
        if (!lists.republish(Members.parse(member))) {
            throw new Problem(404, "no-lists", "No lists", "No lists stand for this member.");
        }
        return new Republished(1, null);
    }

    /**
     * The next members' buckets, in the order of their ids; to do all, call with {@code after} the last answer's
     * {@code next} until there is none.
     */
    @POST
    public Republished some(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("200") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<MemberId> members = lists.membersAfter(Optional.ofNullable(after).map(Members::parse), most);
        long count = members.stream().filter(lists::republish).count();
        return new Republished(
                count, members.size() < most ? null : members.getLast().asString());
    }

    /**
     * What was written.
     *
     * @param next where to go on, or null at the end
     */
    public record Republished(long members, @Nullable String next) {}
}
