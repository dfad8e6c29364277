package org.essaim.gateway.letters.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.MailServer;
import org.essaim.gateway.letters.Sentences;

/** Letters by SMTP: text and HTML, with the headers of RFC 8058, so that a mail program can end them with one click. */
@ApplicationScoped
class Smtp implements MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Sentences sentences;
    private final Template text;
    private final Template html;
    private final URI app;
    private final boolean there;

    Smtp(
            ReactiveMailer mailer,
            Sentences sentences,
            @Location("letter.txt") Template text,
            @Location("letter.html") Template html,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.sentences = sentences;
        this.text = text;
        this.html = html;
        this.app = config.publicUrl().resolve("/app");
        this.there = from.isPresent();
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void send(String address, Letter letter, Language language, URI unsubscribe) {
        String sort = letter.sort().name().toLowerCase(Locale.ROOT);
        Mail mail = Mail.withText(
                        address,
                        sentences.of(language, "subject." + sort),
                        filled(text, letter, language, unsubscribe).render())
                .setHtml(filled(html, letter, language, unsubscribe).render())
                .addHeader("Content-Language", language.tag())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        try {
            mailer.send(mail).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            // Whatever the mail server said may name the address; what it was is enough.
            throw new IllegalStateException(
                    "a letter was not taken: " + e.getClass().getName());
        }
    }

    private TemplateInstance filled(Template template, Letter letter, Language language, URI unsubscribe) {
        String sort = letter.sort().name().toLowerCase(Locale.ROOT);
        return template.data("lang", language.tag())
                .data("dir", language.direction())
                .data("subject", sentences.of(language, "subject." + sort))
                .data("greeting", sentences.of(language, "greeting"))
                .data(
                        "lines",
                        letter.lines().stream()
                                .map(line -> sentences.of(language, "line." + line.what(), line.many()))
                                .toList())
                .data("open", sentences.of(language, "open"))
                .data("app", app)
                .data("why", sentences.of(language, "why"))
                .data("end", sentences.of(language, "end"))
                .data("unsubscribe", unsubscribe);
    }
}
