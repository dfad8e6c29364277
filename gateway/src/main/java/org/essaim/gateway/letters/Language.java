package org.essaim.gateway.letters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that letters are written in. */
public enum Language {
    FR,
    EN,
    DE,
    ES,
    AR,
    JA;

    /** Of whoever has not said. */
    public static final Language USUAL = EN;

    /** As in {@code lang="..."}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in {@code dir="..."}. */
    public String direction() {
        return switch (this) {
            case AR -> "rtl";
            case FR, EN, DE, ES, JA -> "ltr";
        };
    }

    /** The first of these that there is, most wanted first. */
    public static Optional<Language> firstOf(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst();
    }

    private static Optional<Language> of(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
