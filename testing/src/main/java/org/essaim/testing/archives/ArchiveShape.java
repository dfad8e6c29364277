package org.essaim.testing.archives;

import java.time.Instant;
import java.util.Set;

/**
 * How content is packed.
 *
 * @param generatedAt when X made the archive; from 2020 on, tweets of {@link Generation#ROOT_LEVEL} are wrapped
 * @param elementsPerPart where lists are cut into {@code -part1} and so on
 * @param mediaBytes size of a picture that nobody needs to read, to make archives as large as they are in life
 */
public record ArchiveShape(
        Generation generation, Set<Variant> variants, Instant generatedAt, int elementsPerPart, long mediaBytes) {

    private static final int ONE_PART = Integer.MAX_VALUE;

    public ArchiveShape {
        variants = Set.copyOf(variants);
        if (elementsPerPart < 1) {
            throw new IllegalArgumentException("a part has at least one element, not " + elementsPerPart);
        }
    }

    /** An archive as X made it in the middle of that generation. */
    public static ArchiveShape of(Generation generation) {
        String generatedAt = switch (generation) {
            case CLASSIC -> "2016-05-04T10:20:30.400Z";
            case ROOT_LEVEL -> "2019-05-04T10:20:30.400Z";
            case MANIFEST -> "2021-05-04T10:20:30.400Z";
            case MANIFEST_TWEETS -> "2024-05-04T10:20:30.400Z";
        };
        return new ArchiveShape(generation, Set.of(), Instant.parse(generatedAt), ONE_PART, 0);
    }

    public ArchiveShape with(Variant... more) {
        return new ArchiveShape(generation, Set.of(more), generatedAt, elementsPerPart, mediaBytes);
    }

    public ArchiveShape generatedAt(Instant instant) {
        return new ArchiveShape(generation, variants, instant, elementsPerPart, mediaBytes);
    }

    public ArchiveShape inPartsOf(int elements) {
        return new ArchiveShape(generation, variants, generatedAt, elements, mediaBytes);
    }

    public ArchiveShape withMedia(long bytes) {
        return new ArchiveShape(generation, variants, generatedAt, elementsPerPart, bytes);
    }

    boolean has(Variant variant) {
        return variants.contains(variant);
    }
}
