package org.essaim.gateway.rights.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.IdSet;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.identities.ListsUnreachableException;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.rights.EraseMember;
import org.essaim.gateway.rights.HoldingsOf;
import org.essaim.gateway.rights.HoldingsOf.Holdings;
import org.essaim.gateway.rights.Receipt;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** What is held about me, and its end. */
@Path("/api/v1/me")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Rights")
public class RightsResource {

    private final CurrentMember member;
    private final HoldingsOf holdings;
    private final EraseMember erase;
    private final ObjectMapper json;

    public RightsResource(CurrentMember member, HoldingsOf holdings, EraseMember erase, ObjectMapper json) {
        this.member = member;
        this.holdings = holdings;
        this.erase = erase;
        this.json = json;
    }

    @GET
    @Path("/export")
    @Extension(name = "x-problems", value = "502 executor-unreachable, 502 lists-unreachable")
    @Operation(
            operationId = "export",
            summary = "Everything that is held about me; for a Mastodon account there is a list of its own to import")
    public Export export() {
        try {
            return export(Answers.unwrap(holdings.of(word())));
        } catch (ListsUnreachableException e) {
            throw new Problem(
                    502,
                    "lists-unreachable",
                    "Not possible right now",
                    "The service that keeps the lists of your archive does not answer. Try again in a moment.");
        }
    }

    @DELETE
    @Extension(name = "x-problems", value = "502 executor-unreachable")
    @Operation(
            operationId = "eraseMe",
            summary =
                    "Forget me: everything here, on the networks the access I gave, and my account. There is no way back")
    public Receipt erase() {
        return Answers.unwrap(erase.erase(word()));
    }

    private Word word() {
        return new Word(member.id(), member.accessToken(), member.sessionBinding());
    }

    private Export export(Holdings held) {
        return new Export(
                held.at(),
                read(held.rows(), new TypeReference<>() {}),
                read(held.grants(), new TypeReference<>() {}),
                ids(held.lists().followings()),
                ids(held.lists().followers()),
                ids(held.lists().blocks()),
                ids(held.lists().mutes()));
    }

    /** As text: these numbers are too long for what many readers take a number to be. */
    private static @Nullable List<String> ids(Optional<IdSet> list) {
        return list.map(ids -> ids.stream().mapToObj(Long::toString).toList()).orElse(null);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is held is not readable as JSON", e);
        }
    }

    /**
     * Everything about one member.
     *
     * @param at when it was read
     * @param held by kind, as stored: log-ins, X account, consents, links, moves, matches, decisions, follows, notices
     * @param grants the access that follow-executor holds in my name; never the secrets
     * @param followings numbers of the X accounts that I follow by my archive, or null when I brought none
     * @param followers the same of those who follow me
     * @param blocks the same of those I block
     * @param mutes the same of those I mute
     */
    public record Export(
            Instant at,
            Map<String, List<Map<String, Object>>> held,
            List<Map<String, Object>> grants,
            @Nullable List<String> followings,
            @Nullable List<String> followers,
            @Nullable List<String> blocks,
            @Nullable List<String> mutes) {}
}
