package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.essaim.ingest.archive.IdCollector;
import org.jspecify.annotations.Nullable;

/** Walks objects field by field. */
final class Fields {

    private Fields() {}

    /** Meets one field; the parser stands on the first token of its value and must be left on its last. */
    interface FieldHandler {
        void read(String name, JsonParser parser) throws IOException;
    }

    /** Handles one value; the parser stands on its first token and must be left on its last. */
    interface ValueHandler {
        void read(JsonParser parser) throws IOException;
    }

    /** Visits the fields of the object that the parser stands on; does nothing on any other value but pass it. */
    static void of(JsonParser parser, FieldHandler handler) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            handler.read(name, parser);
        }
    }

    /** Visits the elements of the array that the parser stands on; does nothing on any other value but pass it. */
    static void elements(JsonParser parser, ValueHandler handler) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            handler.read(parser);
        }
    }

    /** The text of a string, null when the value is none. */
    static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** An X id from a string or a whole number, by its digits; -1 when it is none. */
    static long id(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            return IdCollector.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        parser.skipChildren();
        return -1;
    }
}
