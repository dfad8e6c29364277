package org.essaim.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What letters say, in each language. */
class SentencesTest {

    /** What the member did themselves a moment ago; the page alone says it. */
    private static final List<NoticeKind> NOT_TOLD =
            List.of(NoticeKind.X_ACCOUNT_CLAIMED, NoticeKind.X_CLAIM_REFUSED, NoticeKind.X_HANDLE_PROVEN);

    private final Sentences sentences = new Sentences();

    @ParameterizedTest
    @EnumSource
    void everyLetterShouldHaveItsSentences(Language language) {
        Stream<String> kinds = Stream.of(NoticeKind.values())
                .filter(kind -> !NOT_TOLD.contains(kind))
                .map(kind -> "line." + kind);
        Stream<String> sorts = Stream.of(Letter.Sort.values())
                .map(sort -> "subject." + sort.name().toLowerCase(Locale.ROOT));
        Stream<String> others = Stream.of(
                "line.ARRIVALS",
                "line.ARCHIVE_REMINDER",
                "greeting",
                "open",
                "why",
                "end",
                "end.question",
                "end.done",
                "end.unknown");

        assertThat(Stream.of(kinds, sorts, others).flatMap(all -> all))
                .allSatisfy(name -> assertThat(sentences.of(language, name)).isNotBlank());
        assertThat(sentences.of(language, "line.ARRIVALS", 12)).contains("12").doesNotContain("{");
    }

    @Test
    void languageShouldBeTheFirstWantedOneThatThereIs() {
        assertThat(Language.firstOf(List.of(Locale.of("sv"), Locale.CANADA_FRENCH, Locale.JAPANESE)))
                .contains(Language.FR);
        assertThat(Language.firstOf(List.of(Locale.of("*")))).isEmpty();
    }
}
