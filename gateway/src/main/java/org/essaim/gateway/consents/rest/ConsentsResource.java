package org.essaim.gateway.consents.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Findability;
import org.essaim.gateway.consents.ConsentTerms;
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.consents.Consents.ConsentKind;
import org.essaim.gateway.consents.Consents.Subject;
import org.essaim.gateway.letters.Correspondence;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** How I may be found, and what may be done for me without asking again. */
@Path("/api/v1/me")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Consents")
public class ConsentsResource {

    private final CurrentMember member;
    private final Consents consents;
    private final ConsentTerms terms;
    private final Correspondence correspondence;

    public ConsentsResource(
            CurrentMember member, Consents consents, ConsentTerms terms, Correspondence correspondence) {
        this.member = member;
        this.consents = consents;
        this.terms = terms;
        this.correspondence = correspondence;
    }

    @GET
    @Path("/consents")
    @Operation(
            operationId = "consents",
            summary = "What I agree to now, and what I could agree to; nothing is preselected")
    public ConsentsView current() {
        Consents.Standing standing = consents.standing(member.id());
        List<PartnerConsent> partners = terms.partnersInOrder().entrySet().stream()
                .map(partner -> new PartnerConsent(
                        partner.getKey(),
                        partner.getValue(),
                        standing.partners().contains(partner.getKey())))
                .toList();
        return new ConsentsView(
                standing.findability(), standing.followArrivals(), standing.email(), partners, terms.wordings());
    }

    @GET
    @Path("/consents/history")
    @Operation(operationId = "consentHistory", summary = "Every consent I ever gave, newest first")
    public List<Consents.Given> history() {
        return consents.history(member.id());
    }

    @PUT
    @Path("/findability")
    @Extension(name = "x-problems", value = "422 choice-missing, 422 wording-unknown")
    @Operation(operationId = "chooseFindability", summary = "Choose who may find me through a match")
    public void chooseFindability(FindabilityChoice choice) {
        if (choice == null || choice.choice() == null) {
            throw new Problem(422, "choice-missing", "No choice", "Say which of the three choices you take.");
        }
        consents.chooseFindability(member.id(), choice.choice(), wording(ConsentKind.FINDABILITY, choice.wording()));
    }

    @DELETE
    @Path("/findability")
    @Operation(operationId = "withdrawFindability", summary = "Withdraw the choice: nobody finds me")
    public void withdrawFindability() {
        consents.withdraw(member.id(), Subject.FINDABILITY);
    }

    @PUT
    @Path("/consents/follow-arrivals")
    @Extension(name = "x-problems", value = "422 wording-unknown")
    @Operation(operationId = "followArrivals", summary = "Follow people who arrive later without asking me again")
    public void followArrivals(@Nullable Agreement agreement) {
        give(Subject.FOLLOW_ARRIVALS, agreement);
    }

    @DELETE
    @Path("/consents/follow-arrivals")
    @Operation(
            operationId = "stopFollowingArrivals",
            summary =
                    "Ask me again before anyone who arrives later is followed; cancels what was planned without asking")
    public void stopFollowingArrivals() {
        consents.withdraw(member.id(), Subject.FOLLOW_ARRIVALS);
    }

    @PUT
    @Path("/consents/email")
    @Extension(name = "x-problems", value = "422 wording-unknown")
    @Operation(operationId = "allowEmail", summary = "Tell me by e-mail, in few letters")
    public void allowEmail(@Nullable Agreement agreement, @Context HttpHeaders headers) {
        give(Subject.EMAIL, agreement);
        Language.firstOf(headers.getAcceptableLanguages())
                .ifPresent(language -> correspondence.assume(member.id(), language));
    }

    @DELETE
    @Path("/consents/email")
    @Operation(operationId = "stopEmail", summary = "No more e-mail")
    public void stopEmail() {
        consents.withdraw(member.id(), Subject.EMAIL);
    }

    @PUT
    @Path("/consents/partners/{partner}")
    @Extension(name = "x-problems", value = "404 partner-not-found, 422 wording-unknown")
    @Operation(operationId = "allowPartner", summary = "Let this partner be told of my matches")
    public void allowPartner(@PathParam("partner") String partner, @Nullable Agreement agreement) {
        give(known(partner), agreement);
    }

    /** Also of a partner that is no longer there. */
    @DELETE
    @Path("/consents/partners/{partner}")
    @Operation(operationId = "stopPartner", summary = "Tell this partner nothing more")
    public void stopPartner(@PathParam("partner") String partner) {
        consents.withdraw(member.id(), Subject.partner(partner));
    }

    private Subject known(String partner) {
        if (!terms.partners().containsKey(partner)) {
            throw new Problem(404, "partner-not-found", "No such partner", "Name one of the partners of this Essaim.");
        }
        return Subject.partner(partner);
    }

    private void give(Subject subject, @Nullable Agreement agreement) {
        consents.give(member.id(), subject, wording(subject.kind(), agreement == null ? null : agreement.wording()));
    }

    private int wording(ConsentKind kind, @Nullable Integer shown) {
        int newest = terms.newest(kind);
        if (shown != null && (shown < 1 || shown > newest)) {
            throw new Problem(
                    422, "wording-unknown", "No such text", "The newest version of this text is " + newest + ".");
        }
        return shown == null ? newest : shown;
    }

    /** Who may find me, and the version of the text I was shown; the newest when it is left out. */
    public record FindabilityChoice(
            @Nullable Findability choice, @Nullable Integer wording) {}

    /** The version of the text I was shown; the newest when it is left out. */
    public record Agreement(@Nullable Integer wording) {}

    /**
     * What I agree to.
     *
     * @param findability null until chosen
     * @param wordings the newest version of each text
     */
    public record ConsentsView(
            @Nullable Findability findability,
            boolean followArrivals,
            boolean email,
            List<PartnerConsent> partners,
            Map<ConsentKind, Integer> wordings) {}

    /** A partner: how calls name it, its name for people, and whether I agree. */
    public record PartnerConsent(String partner, String name, boolean given) {}
}
