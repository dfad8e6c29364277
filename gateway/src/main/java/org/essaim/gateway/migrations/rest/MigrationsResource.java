package org.essaim.gateway.migrations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.UploadKind;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.migrations.BringArchive;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** My moves, and the archive each begins with. */
@Path("/api/v1/migrations")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Migrations")
public class MigrationsResource {

    private static final String ZIP = "application/zip";
    private static final String EXTRACT = "application/vnd.essaim.extract+json";
    private static final String REPLACE_NEWER =
            "Take it even if it is older than what stands; without it such an archive is rejected as OLDER_ARCHIVE";

    private final CurrentMember member;
    private final Migrations migrations;
    private final BringArchive bringArchive;
    private final MigrationStatus status;

    public MigrationsResource(
            CurrentMember member, Migrations migrations, BringArchive bringArchive, MigrationStatus status) {
        this.member = member;
        this.migrations = migrations;
        this.bringArchive = bringArchive;
        this.status = status;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Begin a move")
    public Created create() {
        return new Created(migrations.create(member.id()));
    }

    @GET
    @Operation(summary = "My moves, newest first")
    public List<Migrations.Migration> list() {
        return migrations.of(member.id());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a move is: the archive, matches on each network, follows by outcome")
    public MigrationStatus.Status status(@PathParam("id") UUID migration) {
        return status.of(member.id(), migration).orElseThrow(MigrationsResource::notFound);
    }

    @PUT
    @Path("/{id}/archive")
    @Consumes(EXTRACT)
    @ResponseStatus(202)
    @Operation(summary = "Bring the extract made on my own machine")
    public Brought bringExtract(
            @PathParam("id") UUID migration,
            @HeaderParam("Content-Length") @Nullable Long size,
            @Parameter(description = REPLACE_NEWER) @QueryParam("replaceNewer") boolean replaceNewer,
            InputStream bytes)
            throws IOException {
        return bring(migration, new BringArchive.Offer(UploadKind.EXTRACT, declared(size), replaceNewer), bytes);
    }

    @PUT
    @Path("/{id}/archive")
    @Consumes(ZIP)
    @ResponseStatus(202)
    @Operation(summary = "Bring the archive as X gave it, where the operator allows that")
    public Brought bringArchive(
            @PathParam("id") UUID migration,
            @HeaderParam("Content-Length") @Nullable Long size,
            @Parameter(description = REPLACE_NEWER) @QueryParam("replaceNewer") boolean replaceNewer,
            InputStream bytes)
            throws IOException {
        return bring(migration, new BringArchive.Offer(UploadKind.ARCHIVE, declared(size), replaceNewer), bytes);
    }

    private static long declared(@Nullable Long size) {
        return size == null ? -1 : size;
    }

    private Brought bring(UUID migration, BringArchive.Offer offer, InputStream bytes) throws IOException {
        return switch (bringArchive.bring(member.id(), migration, offer, bytes)) {
            case BringArchive.Outcome.Taken(UUID archive) -> new Brought(archive);
            case BringArchive.Outcome.NoSuchMigration() -> throw notFound();
            case BringArchive.Outcome.FullArchiveNotTaken() ->
                throw new Problem(
                        415,
                        "full-archives-not-taken",
                        "Whole archives are not taken here",
                        "Make the small extract on your own machine and send that as " + EXTRACT + ".");
            case BringArchive.Outcome.TooLarge(long limit) ->
                throw new Problem(
                        413,
                        "archive-too-large",
                        "Too large",
                        "At most " + limit + " bytes are taken. An extract is far smaller than an archive.");
        };
    }

    static Problem notFound() {
        return new Problem(404, "migration-not-found", "No such move", "You have no move with this id.");
    }

    /** The id of the new move. */
    public record Created(UUID id) {}

    /** The id under which the upload goes. */
    public record Brought(UUID archive) {}
}
