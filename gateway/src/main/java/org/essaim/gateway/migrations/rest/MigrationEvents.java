package org.essaim.gateway.migrations.rest;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far a move is, each time it changes. Every event is the whole state under the number of the change, so nothing can be lost: whoever was
 * away comes back with the last number, to this replica or another, and is told what holds if it is not that any more.
 */
@Path("/api/v1/migrations/{id}/events")
@RolesAllowed("member")
@Tag(name = "Migrations")
public class MigrationEvents {

    private static final String GONE = "gone";
    private static final int MOST_STREAMS = 10;
    private static final long COME_BACK_AFTER_MILLIS = 2000;

    private final CurrentMember member;
    private final MigrationStatus status;
    private final Watchers watchers;
    private final ExecutorService threads;

    public MigrationEvents(
            CurrentMember member, MigrationStatus status, Watchers watchers, @VirtualThreads ExecutorService threads) {
        this.member = member;
        this.status = status;
        this.watchers = watchers;
        this.threads = threads;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Extension(name = "x-problems", value = "404 migration-not-found, 429 too-many-streams")
    @Operation(
            operationId = "events",
            summary = "Server-sent events: the whole state of the move, each time it changes; ends with the session")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") UUID migration,
            @HeaderParam("Last-Event-ID") @Nullable String lastSeen,
            @Context Sse sse) {
        MemberId watcher = member.id();
        if (status.of(watcher, migration).isEmpty()) {
            throw Owner.notFound();
        }
        if (watchers.watching(watcher) >= MOST_STREAMS) {
            throw new Problem(
                    429,
                    "too-many-streams",
                    "Too many open pages",
                    "At most " + MOST_STREAMS + " streams of a member are kept open. Close another page.");
        }
        AtomicReference<@Nullable String> told = new AtomicReference<>(lastSeen);
        Duration session = member.sessionLeft();
        return watchers.of(watcher)
                .onItem()
                .transformToUniAndConcatenate(word -> word.isToLook()
                        ? Uni.createFrom()
                                .item(() -> next(watcher, migration, told, sse))
                                .runSubscriptionOn(threads)
                        : Uni.createFrom()
                                .item(() -> sse.newEventBuilder()
                                        .comment("still here")
                                        .build()))
                .select()
                .first(event -> event.getName() == null || !event.getName().equals(GONE))
                .select()
                .first(session);
    }

    private OutboundSseEvent next(MemberId watcher, UUID migration, AtomicReference<@Nullable String> told, Sse sse) {
        MigrationStatus.Status now = status.of(watcher, migration).orElse(null);
        if (now == null) {
            return sse.newEventBuilder().name(GONE).comment(GONE).build();
        }
        String number = Long.toString(now.changes());
        if (number.equals(told.getAndSet(number))) {
            return sse.newEventBuilder().comment("nothing new").build();
        }
        return sse.newEventBuilder()
                .id(number)
                .name("status")
                .reconnectDelay(COME_BACK_AFTER_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(MigrationStatus.Status.class, now)
                .build();
    }
}
