package org.essaim.gateway.disputes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write to each other about a dispute: text of bounded length, without anything that is not to be read. */
public final class PlainText {

    /** In characters as a person counts them. */
    public static final int MOST = 2000;

    private PlainText() {}

    /** The text without what surrounds it; empty when there is none, when it is too long, or when it holds control characters. */
    public static Optional<String> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.replace("\r\n", "\n").strip();
        boolean readable = plain.codePoints().allMatch(PlainText::isReadable);
        return plain.isEmpty() || !readable || plain.codePointCount(0, plain.length()) > MOST
                ? Optional.empty()
                : Optional.of(plain);
    }

    /** Letters, line breaks and tabs; no control characters, no halves of characters, nothing that turns the direction of other text. */
    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            case Character.FORMAT ->
                character < 0x202A || (character > 0x202E && (character < 0x2066 || character > 0x2069));
            default -> true;
        };
    }
}
