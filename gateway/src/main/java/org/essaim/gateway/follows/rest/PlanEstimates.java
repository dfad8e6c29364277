package org.essaim.gateway.follows.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.follows.Outlooks;
import org.jspecify.annotations.Nullable;

/** Adds to what a plan would do how long that would take, as far as follow-executor can tell. */
@ApplicationScoped
public class PlanEstimates {

    private final Outlooks outlooks;

    public PlanEstimates(Outlooks outlooks) {
        this.outlooks = outlooks;
    }

    PlanPreview of(List<Follows.Preview> previews, Word word) {
        return new PlanPreview(
                previews.stream().mapToInt(Follows.Preview::follows).sum(),
                previews.stream().map(preview -> estimate(preview, word)).toList());
    }

    private AccountPreview estimate(Follows.Preview preview, Word word) {
        Optional<Outlooks.Outlook> outlook =
                preview.able() && preview.follows() > 0 ? outlook(word, preview) : Optional.empty();
        return new AccountPreview(
                preview.account(),
                preview.able(),
                preview.follows(),
                preview.done(),
                preview.open(),
                outlook.map(Outlooks.Outlook::standing).orElse(null),
                outlook.map(Outlooks.Outlook::endsAt).orElse(null));
    }

    private Optional<Outlooks.Outlook> outlook(Word word, Follows.Preview preview) {
        return switch (outlooks.with(word, preview.account().id(), preview.follows())) {
            case Answer.Done<List<Outlooks.Outlook>>(List<Outlooks.Outlook> found) ->
                found.stream()
                        .filter(one -> one.account().sameAs(preview.account()))
                        .findFirst();
            case Answer.Refused<List<Outlooks.Outlook>> _, Answer.Unreachable<List<Outlooks.Outlook>> _ ->
                Optional.empty();
        };
    }

    /** What a plan would add, in all and on each linked account. */
    public record PlanPreview(int follows, List<AccountPreview> accounts) {}

    /**
     * What a plan would add on one account.
     *
     * @param able false when the account was linked to be found only, or must be linked again; nothing is planned on it then
     * @param done that are followed already, were asked for, or refused
     * @param open that are planned already
     * @param standing what keeps the account at the moment; null when it is not known
     * @param endsAt when all of it will be done, should nothing else happen: networks allow so many follows a day; null when nobody can tell
     */
    public record AccountPreview(
            TargetAccount account,
            boolean able,
            int follows,
            int done,
            int open,
            Outlooks.@Nullable RunStanding standing,
            @Nullable Instant endsAt) {}
}
