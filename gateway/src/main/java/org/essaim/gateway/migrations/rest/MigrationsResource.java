package org.essaim.gateway.migrations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.migrations.BringArchive;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.gateway.migrations.Migrations.UploadState;
import org.essaim.gateway.migrations.UploadsUnderWay;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** My moves, and the archive each begins with. */
@Path("/api/v1/migrations")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Migrations")
public class MigrationsResource {

    private static final String ZIP = "application/zip";
    private static final String EXTRACT = "application/vnd.essaim.extract+json";
    private static final String ARCHIVE_PROBLEMS =
            "404 migration-not-found, 413 archive-too-large, 415 full-archives-not-taken, 408 body-too-slow";
    private static final String BRING =
            "Bring the extract made on my own machine or, where the operator allows that, the archive as X gave it";
    private static final String REPLACE_NEWER =
            "Take it even if it is older than what stands; without it such an archive is rejected as OLDER_ARCHIVE";

    private final CurrentMember member;
    private final Migrations migrations;
    private final BringArchive bringArchive;
    private final MigrationStatus status;
    private final UploadsUnderWay uploads;

    public MigrationsResource(
            CurrentMember member,
            Migrations migrations,
            BringArchive bringArchive,
            MigrationStatus status,
            UploadsUnderWay uploads) {
        this.member = member;
        this.migrations = migrations;
        this.bringArchive = bringArchive;
        this.status = status;
        this.uploads = uploads;
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "beginMigration", summary = "Begin a move")
    public Created create() {
        return new Created(migrations.create(member.id()));
    }

    @GET
    @Operation(operationId = "migrations", summary = "My moves, newest first")
    public List<Migrations.Migration> list() {
        return migrations.of(member.id());
    }

    @GET
    @Path("/{id}")
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(
            operationId = "migration",
            summary = "How far a move is: the same as its events tell; with If-None-Match nothing when nothing changed")
    public RestResponse<MigrationStatus.Status> status(
            @PathParam("id") UUID migration, @HeaderParam("If-None-Match") @Nullable String known) {
        MemberId id = member.id();
        EntityTag tag = new EntityTag(migration + "-" + migrations.changes(id));
        if (known != null && known.equals("\"" + tag.getValue() + "\"") && migrations.owns(id, migration)) {
            return RestResponse.ResponseBuilder.<MigrationStatus.Status>notModified(tag)
                    .build();
        }
        MigrationStatus.Status found = status.of(id, migration).orElseThrow(Owner::notFound);
        return RestResponse.ResponseBuilder.ok(found)
                .tag(new EntityTag(migration + "-" + found.changes()))
                .build();
    }

    @GET
    @Path("/{id}/archive")
    @Extension(name = "x-problems", value = "404 migration-not-found, 404 no-archive")
    @Operation(operationId = "archiveProgress", summary = "How far the reading of my newest archive is")
    public ArchiveProgress archiveProgress(@PathParam("id") UUID migration) {
        Migrations.Upload upload = newest(migration);
        if (upload.state() != UploadState.WAITING) {
            return new ArchiveProgress(upload.id(), Stage.SETTLED, null, null);
        }
        return switch (uploads.of(member.id(), upload.id())) {
            case UploadsUnderWay.Reading.UnderWay(UploadsUnderWay.Stage stage, long read, long total) ->
                new ArchiveProgress(upload.id(), Stage.valueOf(stage.name()), read, total);
            case UploadsUnderWay.Reading.Settled() -> new ArchiveProgress(upload.id(), Stage.SETTLED, null, null);
            case UploadsUnderWay.Reading.NotThere(), UploadsUnderWay.Reading.Unreachable() ->
                new ArchiveProgress(upload.id(), Stage.WAITING, null, null);
        };
    }

    @DELETE
    @Path("/{id}/archive")
    @ResponseStatus(202)
    @Extension(
            name = "x-problems",
            value = "404 migration-not-found, 404 no-archive, 409 upload-settled, 502 ingest-unreachable")
    @Operation(
            operationId = "takeArchiveBack",
            summary =
                    "Take my newest archive back while it is not read: its bytes are deleted, and it is told as UPLOAD_GONE")
    public Brought takeArchiveBack(@PathParam("id") UUID migration) {
        Migrations.Upload upload = newest(migration);
        if (upload.state() != UploadState.WAITING) {
            throw settled();
        }
        return switch (uploads.takeBack(member.id(), upload.id())) {
            case UploadsUnderWay.TakenBack.Done() -> new Brought(upload.id());
            case UploadsUnderWay.TakenBack.TooLate() -> throw settled();
            case UploadsUnderWay.TakenBack.NotThere(), UploadsUnderWay.TakenBack.Unreachable() ->
                throw new Problem(
                        502,
                        "ingest-unreachable",
                        "Not possible right now",
                        "The service that reads archives does not answer for it yet. Try again in a moment.");
        };
    }

    private Migrations.Upload newest(UUID migration) {
        Migrations.Upload upload = migrations
                .find(member.id(), migration)
                .orElseThrow(Owner::notFound)
                .archive();
        if (upload == null) {
            throw new Problem(404, "no-archive", "No archive", "You have not brought an archive to this move.");
        }
        return upload;
    }

    private static Problem settled() {
        return new Problem(
                409,
                "upload-settled",
                "Too late",
                "The archive is read already. Erase your data to be rid of its lists.");
    }

    @PUT
    @Path("/{id}/archive")
    @Consumes(EXTRACT)
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = ARCHIVE_PROBLEMS)
    @Operation(operationId = "bringArchive", summary = BRING)
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
    @Extension(name = "x-problems", value = ARCHIVE_PROBLEMS)
    @Operation(operationId = "bringArchive", summary = BRING)
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
            case BringArchive.Outcome.NoSuchMigration() -> throw Owner.notFound();
            case BringArchive.Outcome.FullArchiveNotTaken() ->
                throw new Problem(
                        415,
                        "full-archives-not-taken",
                        "Whole archives are not taken here",
                        "Make the small extract on your own machine and send that as " + EXTRACT + ".");
            case BringArchive.Outcome.TooSlow() ->
                throw new Problem(408, "body-too-slow", "Too slow", "The archive came too slowly. Send it again.");
            case BringArchive.Outcome.TooLarge(long limit) ->
                throw new Problem(
                        413,
                        "archive-too-large",
                        "Too large",
                        "At most " + limit + " bytes are taken. An extract is far smaller than an archive.");
        };
    }

    /** The id of the new move. */
    public record Created(UUID id) {}

    /** What is done with an archive. */
    public enum Stage {
        WAITING,
        READING,
        /** The move says what became of it. */
        SETTLED
    }

    /** How far the reading is, in bytes of the lists' parts; both null unless it is READING. */
    public record ArchiveProgress(
            UUID archive,
            Stage stage,
            @Nullable Long read,
            @Nullable Long total) {}

    /** The id under which the upload goes. */
    public record Brought(UUID archive) {}
}
