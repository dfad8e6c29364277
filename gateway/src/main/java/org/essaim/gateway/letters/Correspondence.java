package org.essaim.gateway.letters;

import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** How a member wants to be written to. Each call is one transaction. */
public interface Correspondence {

    Wishes of(MemberId member);

    /** In this language from now on. */
    void speak(MemberId member, Language language);

    /** In this language, unless they chose one. */
    void assume(MemberId member, Language language);

    /** One letter at that time, unless an archive comes before; in place of an earlier wish. */
    void remindOfArchive(MemberId member, Instant asked, Instant due);

    /** None after all. */
    void forgetReminder(MemberId member);

    /** No letters any more, of any sort; what waits to be sent is not. The same again changes nothing. */
    void end(MemberId member);

    /**
     * What they said.
     *
     * @param language empty until said
     * @param archiveReminder when they will be reminded; null when not, and once an archive came
     */
    record Wishes(Optional<Language> language, @Nullable Instant archiveReminder) {

        public static final Wishes NONE = new Wishes(Optional.empty(), null);
    }
}
