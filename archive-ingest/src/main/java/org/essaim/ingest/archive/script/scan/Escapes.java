package org.essaim.ingest.archive.script.scan;

/** The escapes of JSON strings. */
final class Escapes {

    private Escapes() {}

    /** The text without its escapes; one that means nothing stays as it is written. */
    static String resolve(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char letter = raw.charAt(at);
            if (letter != '\\' || at + 1 == raw.length()) {
                text.append(letter);
                at++;
            } else if (raw.charAt(at + 1) == 'u' && hexadecimal(raw, at + 2) >= 0) {
                text.append((char) hexadecimal(raw, at + 2));
                at += 6;
            } else {
                text.append(single(raw.charAt(at + 1)));
                at += 2;
            }
        }
        return text.toString();
    }

    private static char single(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    /** Four digits, or -1 when they are not there. */
    private static int hexadecimal(String raw, int at) {
        if (at + 4 > raw.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }
}
