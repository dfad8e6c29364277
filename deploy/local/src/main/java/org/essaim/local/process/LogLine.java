package org.essaim.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One line of a log for a person to read: services write JSON for machines. */
final class LogLine {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 400;

    private LogLine() {}

    /** Level and message of a JSON line with the reasons of its exception, innermost last; any other line as it stands. */
    static String readable(String line) {
        String text = line.startsWith("{\"timestamp\"") ? fromJson(line) : line;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static String fromJson(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            StringBuilder text = new StringBuilder(record.path("level").asText())
                    .append(' ')
                    .append(record.path("message").asText());
            JsonNode exception = record.path("exception");
            while (exception.has("exceptionType")) {
                text.append("; because of ").append(exception.path("message").asText());
                exception = exception.path("causedBy").path("exception");
            }
            return text.toString();
        } catch (JsonProcessingException cutOff) {
            return line;
        }
    }
}
