package org.essaim.gateway.letters.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.letters.Correspondence;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.letters.Sentences;
import org.essaim.gateway.letters.UnsubscribeWord;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Ends letters, for whoever holds one: a mail program posts here by itself (RFC 8058), a person sees a page with one button. Looking at the
 * page changes nothing, for mail programs look ahead.
 */
@Path("/letters/end/{word}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EndLettersResource {

    private final UnsubscribeWord words;
    private final Correspondence correspondence;
    private final Sentences sentences;
    private final Template page;

    public EndLettersResource(
            UnsubscribeWord words,
            Correspondence correspondence,
            Sentences sentences,
            @Location("end-letters.html") Template page) {
        this.words = words;
        this.correspondence = correspondence;
        this.sentences = sentences;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> look(@PathParam("word") String word, @Context HttpHeaders headers) {
        return words.memberOf(word)
                .map(member -> shown(200, "end.question", true, language(member, headers)))
                .orElseGet(() -> unknown(headers));
    }

    @POST
    @Operation(hidden = true)
    public RestResponse<String> end(@PathParam("word") String word, @Context HttpHeaders headers) {
        Optional<MemberId> member = words.memberOf(word);
        member.ifPresent(correspondence::end);
        return member.map(known -> shown(200, "end.done", false, language(known, headers)))
                .orElseGet(() -> unknown(headers));
    }

    private RestResponse<String> unknown(HttpHeaders headers) {
        return shown(
                404,
                "end.unknown",
                false,
                Language.firstOf(headers.getAcceptableLanguages()).orElse(Language.USUAL));
    }

    private Language language(MemberId member, HttpHeaders headers) {
        return correspondence
                .of(member)
                .language()
                .or(() -> Language.firstOf(headers.getAcceptableLanguages()))
                .orElse(Language.USUAL);
    }

    private RestResponse<String> shown(int status, String sentence, boolean asks, Language language) {
        String html = page.data("lang", language.tag())
                .data("dir", language.direction())
                .data("words", sentences.of(language, sentence))
                .data("button", asks ? sentences.of(language, "end") : "")
                .render();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), html)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
