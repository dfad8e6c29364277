package org.essaim.gateway.migrations.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.CurrentMember;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * How far a move is, each time it changes. Every event is the whole state, so a client that was away needs no replay: it
 * reconnects and is told what holds.
 */
@Path("/api/v1/migrations/{id}/events")
@RolesAllowed("member")
@Tag(name = "Migrations")
public class MigrationEvents {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final CurrentMember member;
    private final MigrationStatus status;

    public MigrationEvents(CurrentMember member, MigrationStatus status) {
        this.member = member;
        this.status = status;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "Server-sent events: the whole state of the move, each time it changes")
    public Multi<MigrationStatus.Status> events(@PathParam("id") UUID migration) {
        MemberId watcher = member.id();
        MigrationStatus.Status now = status.of(watcher, migration).orElseThrow(MigrationsResource::notFound);
        Multi<MigrationStatus.Status> later = Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> status.of(watcher, migration).orElseThrow(MigrationsResource::notFound));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(now), later)
                .skip()
                .repetitions();
    }
}
