package org.essaim.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.work.UploadsUnderWay;
import org.essaim.ingest.work.UploadsUnderWay.Progress;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** How far an upload is, and taking it back; for the gateway's service account alone. */
@Path("/api/members/{member}/uploads/{archive}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("lists-reader")
@RunOnVirtualThread
public class UploadsResource {

    private final UploadsUnderWay uploads;

    public UploadsResource(UploadsUnderWay uploads) {
        this.uploads = uploads;
    }

    @GET
    public ProgressAnswer progress(@PathParam("member") String member, @PathParam("archive") UUID archive) {
        return answer(known(Members.parse(member), archive));
    }

    /** Answers 202 when it is taken back, which its result will tell; 409 when it is settled. */
    @DELETE
    public Response takeBack(@PathParam("member") String member, @PathParam("archive") UUID archive)
            throws IOException {
        MemberId owner = Members.parse(member);
        if (!uploads.takeBack(owner, archive)) {
            known(owner, archive);
            throw new Problem(
                    409, "upload-settled", "Upload settled", "This upload was settled; it can be erased instead.");
        }
        return Response.accepted().build();
    }

    private Progress known(MemberId member, UUID archive) {
        return uploads.progress(member, archive)
                .orElseThrow(() -> new Problem(
                        404, "no-such-upload", "No such upload", "The member has no such upload, or not yet."));
    }

    private static ProgressAnswer answer(Progress progress) {
        return switch (progress) {
            case Progress.Waiting() -> new ProgressAnswer("WAITING", null, null);
            case Progress.Reading(long read, long total) -> new ProgressAnswer("READING", read, total);
            case Progress.Settled() -> new ProgressAnswer("SETTLED", null, null);
        };
    }

    /**
     * How far an upload is.
     *
     * @param state {@code WAITING}, {@code READING} or {@code SETTLED}
     * @param read bytes understood so far, while it is being read
     * @param total about how many there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProgressAnswer(
            String state, @Nullable Long read, @Nullable Long total) {}
}
