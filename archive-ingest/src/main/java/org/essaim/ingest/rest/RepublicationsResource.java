package org.essaim.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;
import org.essaim.ingest.lists.Projection;
import org.essaim.ingest.lists.ProjectionTopics;
import org.essaim.ingest.lists.Republications;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Writes {@code follow.lists} again from the record: when a topic was lost, or for a new one with other buckets. */
@Path("/api/republications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
public class RepublicationsResource {

    private final Republications republications;
    private final ProjectionTopics topics;

    public RepublicationsResource(Republications republications, ProjectionTopics topics) {
        this.republications = republications;
        this.topics = topics;
    }

    /**
     * One member's buckets.
     *
     * @param topic where to; its partitions are the buckets
     */
    @POST
    @Path("/{member}")
    public Republished one(
            @PathParam("member") String member, @QueryParam("topic") @DefaultValue("follow.lists.v1") String topic) {
        if (!republications.of(Members.parse(member), projection(topic))) {
            throw new Problem(404, "no-lists", "No lists", "No lists stand for this member.");
        }
        return new Republished(1);
    }

    /**
     * Every member's buckets. They leave in turn with new lists; the metric {@code essaim_outbox_published_total} tells how far.
     *
     * @param topic where to; its partitions are the buckets
     */
    @POST
    public Republished all(@QueryParam("topic") @DefaultValue("follow.lists.v1") String topic) {
        return new Republished(republications.all(projection(topic)));
    }

    /**
     * Ends what {@code topic} was rebuilt for: it is told of no more changes, and what waits for it is dropped. To be said before the
     * topic is deleted; while the topic is there, its records stay, and miss every erasure from then on.
     */
    @DELETE
    public void end(@QueryParam("topic") @Nullable String topic) {
        if (topic == null || !republications.end(topic)) {
            throw new Problem(
                    404,
                    "no-such-rebuild",
                    "No such rebuild",
                    "No lists are published to this topic beside the usual one.");
        }
    }

    private Projection projection(String topic) {
        OptionalInt partitions = topic.startsWith("follow.lists.") ? topics.partitions(topic) : OptionalInt.empty();
        if (partitions.isEmpty()) {
            throw new Problem(
                    422,
                    "no-such-topic",
                    "No such topic",
                    "Lists are published to a topic follow.lists.v1, .v2 and so on, which must be there.");
        }
        return new Projection(topic, partitions.getAsInt());
    }

    /** How many members' lists will be written. */
    public record Republished(long members) {}
}
