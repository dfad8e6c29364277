package org.essaim.bench.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.essaim.bench.Figures;
import org.essaim.bench.match.GrowthPlot.Point;
import org.essaim.bench.match.MatcherRun.Filled;
import org.essaim.bench.town.Town;

/** The same work at 1, 5, 23 and 47 million stored ids, with as many members as fit them, and its plot. */
final class Growth {

    private static final long[] SIZES = {1_000_000, 5_000_000, 23_000_000, 47_000_000};
    private static final int IDS_A_MEMBER = 23_000_000 / 17_000;

    private final Options options;
    private final Path logs;
    private final Figures figures;

    Growth(Options options, Path logs, Figures figures) {
        this.options = options;
        this.logs = logs;
        this.figures = figures;
    }

    void run() {
        List<Point> points = new ArrayList<>();
        for (long size : SIZES) {
            Options sized = options.sized((int) (size / IDS_A_MEMBER), size);
            Town town = Town.draw(sized.seed(), sized.members(), size);
            try (MatcherRun run = new MatcherRun(town, sized, logs)) {
                Filled filled = run.fill(sized.asJoined());
                points.add(new Point(town.storedIds(), filled.seconds(), filled.bytesPerEdge()));
                String millions = "_" + size / 1_000_000 + "m";
                figures.add("stored_ids" + millions, (double) town.storedIds());
                figures.add("matcher_s" + millions, filled.seconds());
                figures.add("us_per_edge" + millions, 1e6 * filled.seconds() / town.storedIds());
                figures.add("bytes_per_edge" + millions, filled.bytesPerEdge());
            }
        }
        GrowthPlot.write(Path.of("docs", "match-growth.svg"), points);
    }
}
