package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.essaim.ingest.archive.parts.Acquaintances;
import org.jspecify.annotations.Nullable;

/**
 * One post: {@code {"tweet": {...}}}, or the bare object it was before 2020. Its date may stand behind those it names,
 * so they are kept until the post ends.
 */
final class TweetElement {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private final Acquaintances acquaintances;
    private final List<Named> mentions = new ArrayList<>();
    private Named repliedTo = new Named();
    private @Nullable Instant at;

    TweetElement(Acquaintances acquaintances) {
        this.acquaintances = acquaintances;
    }

    void read(JsonParser parser) throws IOException {
        mentions.clear();
        repliedTo = new Named();
        at = null;
        Fields.of(parser, (name, value) -> {
            if (name.equals("tweet")) {
                Fields.of(value, this::readField);
            } else {
                readField(name, value);
            }
        });
        mentions.stream()
                .filter(mention -> mention.id > 0)
                .forEach(mention -> acquaintances.mentioned(mention.id, mention.handle, at));
        if (repliedTo.id > 0) {
            acquaintances.repliedTo(repliedTo.id, repliedTo.handle, at);
        }
    }

    private void readField(String name, JsonParser value) throws IOException {
        switch (name) {
            case "created_at" -> at = created(Fields.text(value));
            case "in_reply_to_user_id", "in_reply_to_user_id_str" -> repliedTo.id = Fields.id(value);
            case "in_reply_to_screen_name" -> repliedTo.handle = Fields.text(value);
            case "entities" -> Fields.of(value, this::readEntity);
            default -> value.skipChildren();
        }
    }

    private void readEntity(String name, JsonParser value) throws IOException {
        if (name.equals("user_mentions")) {
            Fields.elements(value, element -> {
                Named mention = new Named();
                Fields.of(element, mention::read);
                mentions.add(mention);
            });
        } else {
            value.skipChildren();
        }
    }

    /** {@code Tue Jan 12 17:00:02 +0000 2021}; some exports of later years write it as ISO 8601. */
    private static @Nullable Instant created(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.endsWith("Z") ? Instant.parse(text) : CREATED.parse(text, Instant::from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static final class Named {
        private long id = -1;
        private @Nullable String handle;

        private void read(String name, JsonParser value) throws IOException {
            switch (name) {
                case "id", "id_str" -> id = Fields.id(value);
                case "screen_name" -> handle = Fields.text(value);
                default -> value.skipChildren();
            }
        }
    }
}
