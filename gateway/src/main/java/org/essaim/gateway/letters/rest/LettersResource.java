package org.essaim.gateway.letters.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.letters.Correspondence;
import org.essaim.gateway.letters.Correspondence.Wishes;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.letters.MailServer;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** How I am written to. That I am at all is a consent of its own ({@code /me/consents/email}). */
@Path("/api/v1/me")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Letters")
public class LettersResource {

    /** About what X takes to give somebody their archive. */
    private static final Duration X_TAKES = Duration.ofDays(1);

    private final CurrentMember member;
    private final Correspondence correspondence;
    private final MailServer mailServer;
    private final InstantSource clock;

    public LettersResource(
            CurrentMember member, Correspondence correspondence, MailServer mailServer, InstantSource clock) {
        this.member = member;
        this.correspondence = correspondence;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @GET
    @Path("/letters")
    @Operation(
            operationId = "letters",
            summary =
                    "Whether this Essaim can send e-mail at all, in which language it writes to me, and what I asked for")
    public LettersView letters() {
        Wishes wishes = correspondence.of(member.id());
        return new LettersView(mailServer.isThere(), wishes.language().orElse(null), wishes.archiveReminder());
    }

    @PUT
    @Path("/letters/language")
    @Extension(name = "x-problems", value = "422 language-missing")
    @Operation(operationId = "writeIn", summary = "Write to me in this language")
    public void writeIn(@Nullable LanguageChoice choice) {
        if (choice == null || choice.language() == null) {
            throw new Problem(422, "language-missing", "No language", "Name one of the languages.");
        }
        correspondence.speak(member.id(), choice.language());
    }

    @PUT
    @Path("/archive-reminder")
    @Extension(name = "x-problems", value = "409 no-mail")
    @Operation(
            operationId = "remindOfArchive",
            summary =
                    "Write to me once, in about a day, that X should have my archive ready, unless I brought it by then")
    public LettersView remind(@Context HttpHeaders headers) {
        if (!mailServer.isThere()) {
            throw new Problem(409, "no-mail", "No e-mail here", "This Essaim sends no e-mail.");
        }
        Instant now = clock.instant();
        correspondence.remindOfArchive(member.id(), now, now.plus(X_TAKES));
        Language.firstOf(headers.getAcceptableLanguages())
                .ifPresent(language -> correspondence.assume(member.id(), language));
        return letters();
    }

    @DELETE
    @Path("/archive-reminder")
    @Operation(operationId = "forgetReminder", summary = "Do not remind me of the archive")
    public void forget() {
        correspondence.forgetReminder(member.id());
    }

    /** One of the six. */
    public record LanguageChoice(@Nullable Language language) {}

    /**
     * How I am written to.
     *
     * @param available whether this Essaim can send e-mail at all
     * @param language null until I chose one, or asked for letters in one
     * @param archiveReminder when I will be reminded of my archive, or null
     */
    public record LettersView(
            boolean available,
            @Nullable Language language,
            @Nullable Instant archiveReminder) {}
}
