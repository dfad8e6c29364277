package org.essaim.testing.archives;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One kind of data in an archive: a list that is written element by element, and cut into parts when it is long.
 *
 * @param file name without folder and ending, hyphenated; its global has underscores instead
 * @param size how many elements
 * @param elements made anew for each reading, one at a time
 */
record DataType(String file, int size, Iterable<Map<String, Object>> elements) {

    static <T> DataType of(String file, List<T> source, Function<? super T, Map<String, Object>> element) {
        return new DataType(file, source.size(), () -> mapped(source.iterator(), element));
    }

    /** The files that this data fills: one at least, even when there is nothing. */
    List<Part> parts(int elementsPerPart) {
        List<Part> parts = new ArrayList<>();
        Iterator<Map<String, Object>> rest = elements.iterator();
        int left = size;
        do {
            int count = Math.min(left, elementsPerPart);
            parts.add(new Part(parts.size(), count, limited(rest, count)));
            left -= count;
        } while (left > 0);
        return parts;
    }

    String fileName(int part) {
        return file + (part == 0 ? "" : "-part" + part) + ".js";
    }

    String global(int part) {
        return "YTD." + file.replace('-', '_') + ".part" + part;
    }

    /** As the manifest names it. */
    String manifestName() {
        StringBuilder name = new StringBuilder();
        for (String word : file.split("-", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** One file of the data. Parts share one iterator: they are written in order, each once. */
    record Part(int number, int size, Iterable<Map<String, Object>> elements) {}

    private static <T> Iterator<Map<String, Object>> mapped(
            Iterator<T> source, Function<? super T, Map<String, Object>> element) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                return element.apply(source.next());
            }
        };
    }

    private static Iterable<Map<String, Object>> limited(Iterator<Map<String, Object>> source, int count) {
        return () -> new Iterator<>() {
            private int left = count;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Map<String, Object> next() {
                left--;
                return source.next();
            }
        };
    }
}
