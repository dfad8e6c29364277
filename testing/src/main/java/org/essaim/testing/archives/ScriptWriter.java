package org.essaim.testing.archives;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes one file of an archive: {@code window.YTD.x.part0 = } and the list, element by element, in X's layout or a worse one. */
final class ScriptWriter {

    private final Writer out;
    private final ArchiveShape shape;
    private final String newline;

    ScriptWriter(Writer out, ArchiveShape shape) {
        this.out = out;
        this.shape = shape;
        this.newline = shape.has(Variant.CRLF) ? "\r\n" : "\n";
    }

    /** A list: {@code window.YTD.following.part0 = [ ... ]}. */
    void list(String global, Iterable<? extends Map<String, ?>> elements) throws IOException {
        start(global);
        Iterator<? extends Map<String, ?>> iterator = elements.iterator();
        out.write(shape.has(Variant.ONE_LINE_START) || !iterator.hasNext() ? "[ " : "[" + newline + "  ");
        while (iterator.hasNext()) {
            value(iterator.next(), 1);
            out.write(iterator.hasNext() ? "," + newline + "  " : lastComma() + newline);
        }
        out.write("]");
        end();
    }

    /** An object: {@code window.__THAR_CONFIG = { ... }}. */
    void object(String global, Map<String, ?> object) throws IOException {
        start(global);
        value(object, 0);
        end();
    }

    private void start(String global) throws IOException {
        if (shape.has(Variant.BYTE_ORDER_MARK)) {
            out.write('\uFEFF');
        }
        out.write(global + " = ");
    }

    private void end() throws IOException {
        if (shape.has(Variant.SEMICOLON)) {
            out.write(";");
        }
        out.flush();
    }

    private void value(Object value, int depth) throws IOException {
        switch (value) {
            case Map<?, ?> object -> object(object, depth);
            case List<?> list -> list(list, depth);
            case Boolean truth -> out.write(truth.toString());
            default -> out.write(quoted(value.toString()));
        }
    }

    private void object(Map<?, ?> object, int depth) throws IOException {
        if (object.isEmpty()) {
            out.write("{ }");
            return;
        }
        out.write("{");
        Iterator<? extends Map.Entry<?, ?>> entries = object.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            indent(depth + 1);
            String key = entry.getKey().toString();
            out.write((shape.has(Variant.HAND_REFORMATTED) ? key : quoted(key)) + " : ");
            value(entry.getValue(), depth + 1);
            out.write(entries.hasNext() ? "," : lastComma());
        }
        indent(depth);
        out.write("}");
    }

    private void list(List<?> list, int depth) throws IOException {
        if (list.isEmpty()) {
            out.write("[ ]");
            return;
        }
        out.write("[");
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            indent(depth + 1);
            value(elements.next(), depth + 1);
            out.write(elements.hasNext() ? "," : lastComma());
        }
        indent(depth);
        out.write("]");
    }

    private String lastComma() {
        return shape.has(Variant.HAND_REFORMATTED) ? "," : "";
    }

    private void indent(int depth) throws IOException {
        out.write(newline + "  ".repeat(depth));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
