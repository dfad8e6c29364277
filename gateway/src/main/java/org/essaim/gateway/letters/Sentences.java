package org.essaim.gateway.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The sentences of letters, by language, from {@code letters/LANGUAGE.properties}. */
@ApplicationScoped
public class Sentences {

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    Sentences() {
        for (Language language : Language.values()) {
            byLanguage.put(language, load("/letters/" + language.tag() + ".properties"));
        }
    }

    private static Properties load(String file) {
        try (InputStream bytes = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties sentences = new Properties();
            sentences.load(text);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when there is no such sentence. */
    public String of(Language language, String name) {
        Properties sentences = Objects.requireNonNull(byLanguage.get(language));
        return Objects.requireNonNull(sentences.getProperty(name), name);
    }

    /** With the number where the sentence has its place for it. */
    public String of(Language language, String name, long number) {
        return of(language, name).replace("{0}", Long.toString(number));
    }
}
