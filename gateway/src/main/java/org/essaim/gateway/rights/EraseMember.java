package org.essaim.gateway.rights;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;

/** Forgets a member everywhere. May be repeated until it succeeds: as long as it does not, the member is still there to ask again. */
@ApplicationScoped
public class EraseMember {

    private final ExecutorMemory executor;
    private final Erasures erasures;
    private final InstantSource clock;

    public EraseMember(ExecutorMemory executor, Erasures erasures, InstantSource clock) {
        this.executor = executor;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** On the member's own word, which follow-executor needs: nobody else can have their access ended. */
    public Answer<Receipt> erase(Word word) {
        return switch (executor.forget(word)) {
            case Answer.Done<ExecutorMemory.Forgotten> _ -> {
                Receipt receipt = Receipt.of(UuidCreator.getRandomBased(), clock.instant());
                erasures.erase(word.member(), receipt);
                yield new Answer.Done<>(receipt);
            }
            case Answer.Refused<ExecutorMemory.Forgotten>(int status, String slug, String title, String detail) ->
                new Answer.Refused<>(status, slug, title, detail);
            case Answer.Unreachable<ExecutorMemory.Forgotten>() -> new Answer.Unreachable<>();
        };
    }
}
